import { db } from "../harness/shop"
import { as, type Maker, page, twoMakers } from "./helpers/lots"
import { buyForCash, type Part } from "./helpers/orders"
import { pdfPages, pdfTexts } from "./helpers/pdf-text"

let owner: Maker
let stranger: Maker
let parts: Part[]

beforeAll(async () => {
  ;[owner, stranger] = await twoMakers()
  await as(owner)("post", `/producers/me/listings/${owner.listing}`).send({ stock: 50 }).expect(200)
  const { rows } = await db().query(
    "select v.id from product_variant v join listing l on l.product_id = v.product_id where l.id = $1",
    [owner.listing],
  )
  parts = []
  for (const quantity of [2, 1, 1, 1, 1]) parts.push(...(await buyForCash([{ variant_id: rows[0].id, quantity }])))
})

/** Over the pages and over JSON alike. */
const WAYS = [
  ["page", page, "/producer/orders"],
  ["JSON", as, "/producers/me/orders"],
] as const

describe.each(WAYS)("papers over %s", (_, login, root) => {
  const pdf = async (path: string) => {
    const reply = await login(owner)("get", `${root}/${path}`)
      .set("accept-language", "vi")
      .buffer()
      .parse((res, done) => {
        const chunks: Buffer[] = []
        res.on("data", (chunk) => chunks.push(chunk))
        res.on("end", () => done(null, Buffer.concat(chunks)))
      })
      .expect(200)
      .expect("content-type", "application/pdf")
    const file: Buffer = reply.body
    return { texts: pdfTexts(file), pages: pdfPages(file), headers: reply.headers }
  }
  const first = () => parts[0]?.id

  it("give a packing slip on A6 and on A4", async () => {
    const a6 = await pdf(`${first()}/slip.pdf`)
    expect(a6.pages).toEqual([[105, 149]])
    expect(a6.texts.join(" ")).toContain("Phiếu đóng gói")
    expect(a6.texts).toEqual(
      expect.arrayContaining([
        "2 cái",
        "Bình gốm",
        "Chị Hà",
        "Phường Ba Đình, Thành phố Hà Nội",
        "Thu tiền mặt của khách",
        "DỮ LIỆU THỬ NGHIỆM",
      ]),
    )
    // The slip lies in the parcel: where the buyer lives stands on the label alone.
    expect(a6.texts.join(" ")).not.toMatch(/Đội Cấn|0912 345 678/)
    expect((await pdf(`${first()}/slip.pdf?size=a4`)).pages).toEqual([[210, 297]])
    await login(owner)("get", `${root}/${first()}/slip.pdf?size=a5`).expect(400)
  })

  it("give a label that says where to and how much, and the sender's phone only when asked", async () => {
    const { texts, pages, headers } = await pdf(`${first()}/label.pdf`)
    expect(pages).toEqual([[105, 149]])
    const said = texts.join(" ")
    expect(said).toContain("12 Đội Cấn, Phường Ba Đình, Thành phố Hà Nội")
    expect(said).toContain("0912 345 678")
    expect(said.replace(/\s/g, "")).toContain(`${new Intl.NumberFormat("vi-VN").format(parts[0]?.total ?? 0)}₫`)
    expect(headers["content-disposition"]).toMatch(/^inline; filename="nhan-[\d-]+\.pdf"$/)
    const phone = owner.phone.replace(/^(\d{4})(\d{3})(\d{3})$/, "$1 $2 $3")
    expect(said).not.toContain(phone)
    const asked = await pdf(`${first()}/label.pdf?phone=yes&download=1`)
    expect(asked.texts.join(" ")).toContain(phone)
    expect(asked.headers["content-disposition"]).toMatch(/^attachment/)
  })

  it("give the labels of five orders on two A4 pages, each once", async () => {
    const ids = parts.map(({ id }) => id)
    const { texts, pages } = await pdf(`labels.pdf?ids=${[...ids, ids[0]].join(",")}`)
    expect(pages).toEqual([
      [210, 297],
      [210, 297],
    ])
    expect(texts.filter((text) => text === "Người nhận")).toHaveLength(5)
    const again = await pdf(
      `labels.pdf?${ids
        .slice(0, 2)
        .map((id) => `ids=${id}`)
        .join("&")}`,
    )
    expect(again.texts.filter((text) => text === "Người nhận")).toHaveLength(2)
  })

  it("ask for a choice when none was made", async () => {
    const none = await login(owner)("get", `${root}/labels.pdf`).set("accept-language", "vi").expect(400)
    expect(none.text).toContain("Xin chọn ít nhất một đơn")
    const many = Array.from({ length: 101 }, (_, at) => `x${at}`).join(",")
    await login(owner)("get", `${root}/labels.pdf?ids=${many}`).expect(400)
  })

  it("are nothing to another producer, among its own ids too", async () => {
    for (const path of [`${first()}/slip.pdf`, `${first()}/label.pdf`, `labels.pdf?ids=${first()}`])
      await login(stranger)("get", `${root}/${path}`).expect(404)
    await login(owner)("get", `${root}/labels.pdf?ids=${first()},pord_unknown`).expect(404)
  })
})
