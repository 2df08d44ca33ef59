import { randomUUID } from "node:crypto"
import { gzipSync } from "node:zlib"
import { allocateLots } from "../../plugins/village-market/src/modules/traceability/lots/allocate-lots"
import { db } from "../harness/shop"
import { http, type Maker, newLot, openKnex, twoMakers } from "./helpers/lots"

const pg = openKnex()
let owner: Maker

beforeAll(async () => {
  ;[owner] = await twoMakers()
})

afterAll(() => pg.destroy())

describe("the page behind the QR", () => {
  it("says who, where and when in both languages, and neither phone nor quantities", async () => {
    const { code, id } = await newLot(owner, { quantity: 765_432 })
    await allocateLots(pg, {
      producer_id: owner.id,
      allocations: [{ producer_order_line_id: randomUUID(), lot_id: id, quantity: 543_219 }],
    })
    const vi = await http().get(`/lot/${code}`).expect(200)
    const en = await http().get(`/lot/${code}?lang=en`).expect(200)
    const { rows } = await db().query(
      "select pr.handle, c.full_name from producer pr join commune c on c.code = pr.commune_code where pr.id = $1",
      [owner.id],
    )
    for (const { text } of [vi, en]) {
      expect(text).toContain(owner.name)
      expect(text).toContain(`/market/producers/${rows[0].handle}`)
      expect(text).toContain(rows[0].full_name)
      expect(text).toContain("Lò củi")
    }
    expect(vi.text).toContain("Kiểm tra chất lượng")
    expect(vi.text).toContain("không cho biết người làm đã ghi đúng sự thật")
    expect(en.text).toContain("Quality checked")
    expect(en.text).toContain("does not show that what the maker wrote is true")
    const proof = await http().get(`/lot/${code}/proof.json`).redirects(1).expect(200)
    const everything = vi.text + en.text + JSON.stringify(proof.body)
    const shown = everything.replace(/<svg.*?<\/svg>/gs, "").replace(/[\s.]/g, "")
    for (const secret of ["765432", "543219", "765,432", "543,219", owner.phone, owner.phone.slice(1)])
      expect(shown).not.toContain(secret)
    expect(gzipSync(vi.text).length).toBeLessThan(15_000)
    expect(vi.text.match(/<script/g)).toHaveLength(1)
  })

  it("is found by a code in small letters, with spaces, and by the form", async () => {
    const { code } = await newLot(owner)
    const bare = code.replace("-", "").toLowerCase()
    for (const typed of [code.toLowerCase(), bare, `${bare.slice(0, 3)}%20${bare.slice(3)}`]) {
      const { headers } = await http().get(`/lot/${typed}?lang=en`).expect(303)
      expect(headers.location).toBe(`/lot/${code}?lang=en`)
    }
    await http()
      .get("/lot")
      .expect(200, /name="code"/)
    const { headers } = await http().get(`/lot?code=${bare}`).expect(303)
    expect(headers.location).toBe(`/lot/${code}`)
  })

  it.each(["AAAA-AAAA", "abc", "K7MH-3QW0", "%3Cscript%3E", "..%2f..%2fetc"])(
    "helps whoever asks for %s",
    async (code) => {
      const { text } = await http().get(`/lot/${code}`).redirects(1).expect(404)
      expect(text).toContain("Không có mã lô này")
      expect(text).toContain('action="/lot"')
      expect(text).not.toContain("<script>")
      await http().get(`/lot/${code}/proof.json`).redirects(1).expect(404)
    },
  )

  it("stays when the shop is closed, but leads there no more", async () => {
    const { code } = await newLot(owner)
    await db().query("update producer set status = 'suspended' where id = $1", [owner.id])
    try {
      const { text } = await http().get(`/lot/${code}`).expect(200)
      expect(text).toContain(owner.name)
      expect(text).not.toContain("/market/producers/")
      expect(text).not.toContain("/market/products/")
    } finally {
      await db().query("update producer set status = 'approved' where id = $1", [owner.id])
    }
  })

  it("explains each word that its records use", async () => {
    const { code } = await newLot(owner)
    const [terms, { body }] = [
      await http().get("/lot/terms").expect(200),
      await http().get(`/lot/${code}/proof.json`).redirects(1),
    ]
    for (const { record } of body.records) {
      for (const name of Object.keys(record).filter((key) => key.startsWith("vm:"))) {
        expect(terms.text).toContain(`id="${name.slice(3)}"`)
      }
      expect(terms.text).toContain(`id="${record["vm:step"]}"`)
    }
  })
})
