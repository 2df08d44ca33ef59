import sharp from "sharp"
import { db } from "../harness/shop"
import { newGtin, newPrefix } from "./helpers/gtin"
import { http, type Maker, newLot, page, twoMakers } from "./helpers/lots"
import { operatorToken } from "./helpers/officials"

let owner: Maker
let rival: Maker
let paper: Buffer
let operator: string
const prefix = newPrefix()
const gtin = newGtin(prefix)

beforeAll(async () => {
  ;[owner, rival] = await twoMakers()
  operator = await operatorToken()
  paper = await sharp({ create: { width: 600, height: 400, channels: 3, background: "#eee" } })
    .jpeg()
    .toBuffer()
})

const here = (maker: Maker) => `/producer/products/${maker.listing}`
const save = (maker: Maker, number: string) =>
  page(maker)("post", `${here(maker)}/gtin`)
    .set("accept-language", "vi")
    .type("form")
    .send({ gtin: number })
const claim = (maker: Maker, number: string) =>
  page(maker)("post", `${here(maker)}/gs1prefix`)
    .set("accept-language", "vi")
    .field("prefix", number)
    .attach("paper", paper, { filename: "gs1.jpg", contentType: "image/jpeg" })
const evidenceOf = async (maker: Maker) =>
  (
    await db().query("select evidence_id from gs1_prefix where producer_id = $1 order by created_at desc limit 1", [
      maker.id,
    ])
  ).rows[0]?.evidence_id
const decide = async (maker: Maker, decision: "verify" | "refuse") =>
  http()
    .post(`/admin/producers/${maker.id}/evidence/${await evidenceOf(maker)}`)
    .set("authorization", `Bearer ${operator}`)
    .send({ decision })
const uriOnLabel = async (lotId: string) => {
  const { text } = await page(owner)("get", `/producer/lots/${lotId}/label.svg`)
    .buffer()
    .parse((res, done) => {
      let text = ""
      res.on("data", (chunk) => {
        text += chunk
      })
      res.on("end", () => done(null, text))
    })
    .expect(200)
    .then(({ body }) => ({ text: String(body) }))
  return /· (https?:\/\/[^ ·<]+)/.exec(text)?.[1] ?? ""
}

describe("a GTIN", () => {
  let early: { id: string; code: string }
  let printed: string

  it("is not taken before a company prefix is proved, nor while its paper waits, nor when the paper is refused", async () => {
    early = await newLot(owner)
    printed = await uriOnLabel(early.id)
    expect(new URL(printed).pathname).toBe(`/lot/${early.code}`)
    const nothing = "Bạn chưa có mã doanh nghiệp GS1 được xác nhận."
    expect((await save(owner, gtin).expect(400)).text).toContain(nothing)
    await claim(owner, prefix).expect(303)
    expect((await save(owner, gtin).expect(400)).text).toContain(nothing)
    await decide(owner, "refuse").then(({ status }) => expect(status).toBe(200))
    expect((await save(owner, gtin).expect(400)).text).toContain(nothing)
  })

  it("is taken once the operator has confirmed the paper, under that prefix only, with its check digit", async () => {
    await decide(owner, "verify").then(({ status }) => expect(status).toBe(200))
    for (const [number, sentence] of [
      [newGtin("952999"), "không thuộc mã doanh nghiệp của bạn"],
      ["8935049501329", "không thuộc mã doanh nghiệp của bạn"],
      [gtin.slice(0, 13) + ((Number(gtin[13]) + 1) % 10), "Số cuối không khớp"],
      ["2112345678900", "không phải mã hàng riêng của một doanh nghiệp"],
      ["02345673", "Mã 8 số"],
      ["gốm", "12, 13 hoặc 14 số"],
    ] as const)
      expect((await save(owner, number).expect(400)).text).toContain(sentence)
    await save(owner, gtin.slice(1)).expect(303)
    await page(owner)("get", here(owner)).expect(200, new RegExp(gtin.slice(1)))
  })

  it("goes on the next label as a Digital Link; what was printed before stays and both lead to the lot", async () => {
    const link = await uriOnLabel(early.id)
    expect(new URL(link).pathname).toBe(`/01/${gtin}/10/${early.code}`)
    const { rows } = await db().query("select printed_uri from lot where id = $1", [early.id])
    expect(rows[0].printed_uri).toBe(printed)
    const reply = await http().get(new URL(link).pathname).redirects(0).expect(307)
    expect(new URL(String(reply.headers.location)).pathname).toBe(new URL(printed).pathname)
    await http().get(new URL(printed).pathname).expect(200)
    const late = await newLot(owner)
    expect(new URL(await uriOnLabel(late.id)).pathname).toBe(`/01/${gtin}/10/${late.code}`)
    await http()
      .get(`/01/${gtin}/10/${late.code}`)
      .redirects(0)
      .expect(307)
      .expect("location", /\/lot\//)
  })

  it("is linked to lots that were there by an event in the log, once, and no record before it was changed", async () => {
    await save(owner, gtin).expect(303)
    const { rows } = await db().query(
      `select e.record, g.seq from lot_gtin x join epcis_event e on e.id = x.event_row_id join log_entry g on g.event_row_id = e.id
       where x.lot_id = $1 and x.gtin = $2`,
      [early.id, gtin],
    )
    expect(rows).toHaveLength(1)
    const paths = rows[0].record.quantityList.map(({ epcClass }: { epcClass: string }) => new URL(epcClass).pathname)
    expect(paths).toEqual([`/lot/${early.code}`, `/01/${gtin}/10/${early.code}`])
    const events = await db().query("select step from epcis_event where lot_id = $1", [early.id])
    expect(events.rows.filter(({ step }) => step === "gtin")).toHaveLength(1)
    await http()
      .get(`/lot/${early.code}`)
      .expect(200, /vẫn như lúc được ghi|Gắn mã GTIN|GTIN/)
  })

  it("taken off goes on resolving, and new labels bear our own address again", async () => {
    await save(owner, "").expect(303)
    expect(new URL(await uriOnLabel(early.id)).pathname).toBe(`/lot/${early.code}`)
    await http().get(`/01/${gtin}/10/${early.code}`).redirects(0).expect(307)
    await save(owner, gtin).expect(303)
  })

  it("belongs to one producer: neither the prefix nor the number can be proved by another", async () => {
    await claim(rival, `${prefix}1`).expect(303)
    const refused = await decide(rival, "verify")
    expect(refused.status).toBe(409)
    expect((await save(rival, gtin).expect(400)).text).toContain("Bạn chưa có mã doanh nghiệp")
    await page(rival)("post", `${here(owner)}/gtin`)
      .type("form")
      .send({ gtin })
      .expect(404)
    await page(rival)("post", `${here(owner)}/gs1prefix`)
      .field("prefix", prefix)
      .expect(404)
    const { rows } = await db().query("select producer_id from listing_gtin where gtin = $1", [gtin])
    expect(rows.every(({ producer_id }) => producer_id === owner.id)).toBe(true)
  })

  it("asks for a prefix and its paper, and says what is wrong", async () => {
    expect((await claim(owner, "12").expect(400)).text).toContain("từ 4 đến 12 số")
    const bare = await page(owner)("post", `${here(owner)}/gs1prefix`)
      .field("prefix", prefix)
      .expect(400)
    expect(bare.text).toContain('id="paper-error"')
  })
})
