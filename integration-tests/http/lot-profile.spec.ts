import { db } from "../harness/shop"
import { as, day, http, type Maker, newLot, page, twoMakers } from "./helpers/lots"
import { HOME, NEIGHBOUR, newOfficial, operatorToken } from "./helpers/officials"

let owner: Maker
let other: Maker
let near: string
let far: string

beforeAll(async () => {
  ;[owner, other] = await twoMakers()
  const operator = await operatorToken()
  const { rows } = await db().query("select commune_code from producer where id = $1", [owner.id])
  const home: string = rows[0].commune_code
  near = (await newOfficial(operator, "commune", home)).token
  far = (await newOfficial(operator, "commune", home === NEIGHBOUR ? HOME : NEIGHBOUR)).token
})

const office = (token: string, path: string) => http().get(path).set("cookie", `vm_official=${token}`)
const missing = (text: string) => (text.match(/class="tag bad"/g) ?? []).length

describe("what the law asks of a lot", () => {
  it("is shown to its producer with what is missing and where to give it", async () => {
    const { id } = await newLot(owner)
    const { text } = await page(owner)("get", `/producer/lots/${id}/profile`).expect(200)
    for (const basis of ["TT 02/2024/TT-BKHCN", "NĐ 37/2026/NĐ-CP"]) expect(text).toContain(basis)
    expect(text).toContain("Mới thấy trong dự thảo")
    // No photo, no brand, no standard.
    expect(missing(text)).toBe(3)
    expect(text).toContain("Còn thiếu 3 mục.")
    for (const fix of [`/producer/products/${owner.listing}`, "#said"]) expect(text).toContain(`href="${fix}"`)
    await page(owner)("get", `/producer/products/${owner.listing}`).expect(200)
    expect(text).toContain("Lô này được mở không kèm hạn dùng.")
    const en = await page(owner)("get", `/producer/lots/${id}/profile?lang=en`).expect(200)
    expect(en.text).toContain("3 items are missing.")
  })

  it("takes what only the producer knows, once for all lots of a product", async () => {
    const { id } = await newLot(owner)
    const sent = (body: object) => page(owner)("post", `/producer/lots/${id}/profile`).type("form").send(body)
    await sent({ brand: "x".repeat(201) }).expect(400, /Dài quá/)
    await sent({ no_brand: "1", standards: "TCCS 01:2026" }).expect(303)
    const { text } = await page(owner)("get", `/producer/lots/${id}/profile`).expect(200)
    expect(missing(text)).toBe(1)
    expect(text).toContain("Người làm nói hàng không có.")
    const next = await newLot(owner)
    const later = await page(owner)("get", `/producer/lots/${next.id}/profile`).expect(200)
    expect(later.text).toContain("TCCS 01:2026")
    await sent({ brand: "", standards: "" }).expect(303)
    expect(missing((await page(owner)("get", `/producer/lots/${id}/profile`)).text)).toBe(3)
  })

  it("is exported as EPCIS 2.0 and as the table of ten fields", async () => {
    const { id, code } = await newLot(owner, { expires_on: day(-30), quantity: 7654 })
    const base = `/producer/lots/${id}/profile`
    const json = await page(owner)("get", `${base}/epcis.json`)
      .expect(200)
      .expect("content-type", /application\/json/)
    const document = JSON.parse(json.text)
    expect(document).toMatchObject({ type: "EPCISDocument", schemaVersion: "2.0" })
    const events: { type: string; eventID: string }[] = document.epcisBody.eventList
    expect(events).toHaveLength(3)
    expect(new Set(events.map(({ eventID }) => eventID)).size).toBe(3)
    const csv = await page(owner)("get", `${base}/portal.csv`)
      .expect(200)
      .expect("content-type", /text\/csv/)
    const lines = csv.text.split("\r\n")
    expect(lines.find((line) => line.startsWith("Tên sản phẩm"))?.split(",").length).toBeGreaterThanOrEqual(10)
    for (const value of [code, day(-30), "Bình gốm", "Kiểm tra chất lượng"]) expect(csv.text).toContain(value)
    expect(csv.text).not.toContain("7654")
  })

  it("is seen by officials of the area, without the number of pieces, and by no other", async () => {
    const { id } = await newLot(owner, { quantity: 7654 })
    const list = await office(near, `/office/producers/${owner.id}/lots`).expect(200)
    expect(list.text).toContain(`/office/lots/${id}/profile`)
    const profile = await office(near, `/office/lots/${id}/profile`).expect(200)
    for (const { text } of [list, profile]) expect(text.replace(/[\s.,]/g, "")).not.toContain("7654")
    const dossier = await office(near, `/office/producers/${owner.id}`).expect(200)
    expect(dossier.text).toContain(`/office/producers/${owner.id}/lots`)
    const paths = ["", "/epcis.json", "/portal.csv"].map((file) => `/office/lots/${id}/profile${file}`)
    for (const path of [...paths, `/office/producers/${owner.id}/lots`]) {
      await office(near, path).expect(200)
      await office(far, path).expect(404)
      await http().get(path).expect(303)
      await page(owner)("get", path).expect(303)
    }
    await office(near, "/office/lots/none/profile").expect(404)
  })

  it("is another producer's by no path", async () => {
    const { id } = await newLot(owner)
    for (const path of ["", "/epcis.json", "/portal.csv"]) {
      await page(other)("get", `/producer/lots/${id}/profile${path}`).expect(404)
      await http().get(`/producer/lots/${id}/profile${path}`).expect(303)
    }
    await page(other)("post", `/producer/lots/${id}/profile`).type("form").send({ brand: "Của tôi" }).expect(404)
    const { rows } = await db().query("select 1 from lot_declaration where lot_id = $1", [id])
    expect(rows).toHaveLength(0)
    await as(other)("get", `/producers/me/lots/${id}`).expect(404)
  })
})
