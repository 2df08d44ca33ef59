import { randomUUID } from "node:crypto"
import { db } from "../harness/shop"
import { as, closedMaker, countRows, day, declaration, http, type Maker, newLot, page, twoMakers } from "./helpers/lots"

let owner: Maker
let other: Maker

beforeAll(async () => {
  ;[owner, other] = await twoMakers()
})

describe("opening a lot", () => {
  it("gives it a code, its steps and a place, and keeps the product's name of the day", async () => {
    const { id, code } = await newLot(owner, { expires_on: day(-30) })
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
    const { body } = await as(owner)("get", `/producers/me/lots/${id}`).expect(200)
    const { rows } = await db().query(
      "select p.title, l.unit from listing l join product p on p.id = l.product_id where l.id = $1",
      [owner.listing],
    )
    expect(body.lot).toMatchObject({ code, quantity: 10, allocated: 0, ...rows[0], printed_uri: null })
    expect(body.lot.steps.map(({ step }: { step: string }) => step)).toEqual([
      "materials",
      "inspecting",
      "commissioning",
    ])
    const list = await as(owner)("get", "/producers/me/lots").expect(200)
    expect(list.body.lots.some((lot: { code: string }) => lot.code === code)).toBe(true)
  })

  it("answers a repeated request with the same lot, also when all come at once", async () => {
    const key = randomUUID()
    const send = (body: object) => as(owner)("post", "/producers/me/lots").set("idempotency-key", key).send(body)
    const replies = await Promise.all(Array.from({ length: 8 }, () => send(declaration(owner))))
    expect(new Set(replies.map(({ status, body }) => `${status} ${body.lot?.id}`)).size).toBe(1)
    expect(await countRows("lot", "request_key", key)).toBe(1)
    expect(await countRows("epcis_event", "lot_id", replies[0]?.body.lot.id)).toBe(3)
    const changed = await send(declaration(owner, { quantity: 11 })).expect(409)
    expect(changed.body.message).toContain("nội dung khác")
    const foreign = await as(other)("post", "/producers/me/lots")
      .set("idempotency-key", key)
      .send(declaration(other))
      .expect(201)
    expect(foreign.body.lot.id).not.toBe(replies[0]?.body.lot.id)
  })

  it.each([
    ["no quantity", { quantity: undefined }],
    ["half a pot", { quantity: 1.5 }],
    ["nothing", { quantity: 0 }],
    ["a day that does not exist", { made_on: "2026-02-30" }],
    ["tomorrow", { made_on: day(-1) }],
    ["an expiry before the making", { expires_on: day(5) }],
    ["no steps", { steps: [] }],
    ["an unknown step", { steps: [{ step: "magic", happened_at: day(2) }] }],
    ["the step that only we write", { steps: [{ step: "commissioning", happened_at: day(2) }] }],
    ["a step tomorrow", { steps: [{ step: "packing", happened_at: day(-1) }] }],
    ["a phone number in a note", { steps: [{ step: "packing", happened_at: day(2), note: "gọi 0912 345 678" }] }],
    ["a list for a body", []],
  ])("refuses %s in a sentence and writes nothing", async (_, change) => {
    const before = await countRows("lot", "producer_id", owner.id)
    const body = Array.isArray(change) ? change : declaration(owner, change)
    const reply = await as(owner)("post", "/producers/me/lots").send(body).expect(400)
    expect(reply.body.message).toMatch(/Xin|Hạn dùng|Ghi chú/)
    expect(await countRows("lot", "producer_id", owner.id)).toBe(before)
  })

  it("is for an open shop only", async () => {
    const closed = await closedMaker()
    const reply = await as(closed)("post", "/producers/me/lots").send(declaration(owner))
    expect(reply.status).toBeGreaterThanOrEqual(400)
    expect(reply.body.message).toContain("được duyệt")
    await page(closed)("get", "/producer/lots/new").expect(200, /được duyệt và đang mở/)
  })
})

describe("adding a step", () => {
  it("writes once for one key", async () => {
    const { id } = await newLot(owner)
    const key = randomUUID()
    const send = (happened_at = day(0)) =>
      as(owner)("post", `/producers/me/lots/${id}/steps`)
        .set("idempotency-key", key)
        .send({ step: "packing", happened_at })
    const replies = await Promise.all(Array.from({ length: 6 }, () => send()))
    expect(replies.map(({ status }) => status)).toEqual(Array(6).fill(201))
    expect(new Set(replies.map(({ body }) => body.step.id)).size).toBe(1)
    expect(await countRows("epcis_event", "lot_id", id)).toBe(4)
    await send(day(1)).expect(409)
  })

  it("takes an instant with its zone and keeps it on Vietnam's clock", async () => {
    const { id } = await newLot(owner)
    const happened_at = new Date(Date.now() - 60_000).toISOString()
    await as(owner)("post", `/producers/me/lots/${id}/steps`).send({ step: "packing", happened_at }).expect(201)
    const { body } = await as(owner)("get", `/producers/me/lots/${id}`)
    const { record } = body.lot.steps.at(-1)
    expect(record.eventTime.endsWith("+07:00")).toBe(true)
    expect(new Date(record.eventTime).toISOString()).toBe(happened_at)
  })
})

describe("somebody else", () => {
  it("is sent to the login from pages and gets 401 from JSON", async () => {
    const { id } = await newLot(owner)
    for (const path of ["", "/new", `/${id}`, `/${id}/label.svg`, `/${id}/label.png`]) {
      const reply = await http().get(`/producer/lots${path}`).expect(303)
      expect(reply.headers.location).toMatch(/^\/producer\/login/)
    }
    await http().post(`/producer/lots/${id}`).expect(303)
    await http().get("/producers/me/lots").expect(401)
    await http().post("/producers/me/lots").send(declaration(owner)).expect(401)
    await http().get(`/producers/me/lots/${id}`).expect(401)
    await http()
      .post(`/producers/me/lots/${id}/steps`)
      .send({ step: "packing", happened_at: day(0) })
      .expect(401)
  })

  it("who is another producer finds nothing and changes nothing", async () => {
    const { id } = await newLot(owner)
    const step = { step: "packing", happened_at: day(0) }
    await as(other)("get", `/producers/me/lots/${id}`).expect(404)
    await as(other)("post", `/producers/me/lots/${id}/steps`).send(step).expect(404)
    await as(other)("post", "/producers/me/lots").send(declaration(owner)).expect(404)
    for (const path of [id, `${id}/label.svg`, `${id}/label.png`])
      await page(other)("get", `/producer/lots/${path}`).expect(404)
    await page(other)("post", `/producer/lots/${id}`).type("form").send(step).expect(404)
    expect(await countRows("epcis_event", "lot_id", id)).toBe(3)
    const { body } = await as(other)("get", "/producers/me/lots")
    expect(JSON.stringify(body)).not.toContain(id)
  })
})
