import { randomUUID } from "node:crypto"
import { db } from "../harness/shop"
import { as, day, http, type Maker, newLot, twoMakers } from "./helpers/lots"
import { as as asOfficial, HOME, NEIGHBOUR, newOfficial, operatorToken } from "./helpers/officials"

let owner: Maker
let other: Maker

beforeAll(async () => {
  ;[owner, other] = await twoMakers()
})

type Lot = { id: string; code: string }

async function paddy(more: object = {}): Promise<Lot> {
  const { body } = await as(owner)("post", "/producers/me/lots/raw")
    .send({ title: "Thóc nếp", quantity: 80, unit: "kg", made_on: day(3), ...more })
    .expect(201)
  return body.lot
}

const milling = (input: Lot, quantity: number, more: object = {}) => ({
  inputs: [{ lot_id: input.id, quantity: 80 }],
  outputs: [{ title: "Gạo nếp", unit: "kg", quantity }],
  happened_at: day(0),
  ...more,
})
const transform = (body: object, maker = owner) => as(maker)("post", "/producers/me/lots/transform").send(body)
const read = async ({ id }: Lot) => (await as(owner)("get", `/producers/me/lots/${id}`).expect(200)).body.lot
const events = async (change: string) =>
  (
    await db().query(
      `select e.type, e.event, e.record, c.unusual from lot_change c join epcis_event e on e.id = c.epcis_event_id where c.id = $1`,
      [change],
    )
  ).rows

describe("a lot of raw material", () => {
  it("is opened without a listing, and linked to the lot of another household it names", async () => {
    const theirs = await newLot(other)
    const mine = await paddy({ supplier: "Chị Hà, Yên Mô", supplier_lot: theirs.code.toLowerCase() })
    expect(await read(mine)).toMatchObject({ listing_id: null, quantity: 80, left: 80, unit: "kg" })
    const { rows } = await db().query(
      `select s.supplier, s.source_lot_id, e.event, e.record from lot_source s join epcis_event e on e.lot_id = s.lot_id where s.lot_id = $1`,
      [mine.id],
    )
    expect(rows).toMatchObject([{ supplier: "Chị Hà, Yên Mô", source_lot_id: theirs.id }])
    expect(rows[0].event["vm:declaredSource"]).toContain(theirs.code)
    // Who sold it is nobody's business but the household's and the authorities'.
    expect(JSON.stringify([rows[0].event, rows[0].record])).not.toContain("Hà")
    expect(JSON.stringify(rows[0].record)).not.toContain(theirs.code)
    const { rows: theirsNow } = await db().query("select * from lot_balance where lot_id = $1", [theirs.id])
    expect(Number(theirsNow[0].left)).toBe(10)
  })

  it.each([
    [{ quantity: 0 }, "quantity"],
    [{ quantity: 1.0001 }, "quantity"],
    [{ quantity: 1.5, unit: "bao" }, "quantity"],
    [{ unit: "thúng" }, "unit"],
    [{ title: "" }, "title"],
    [{ made_on: day(-1) }, "made_on"],
  ])("is refused with %j", async (wrong, field) => {
    const { body } = await as(owner)("post", "/producers/me/lots/raw")
      .send({ title: "Đất sét", quantity: 5, unit: "kg", made_on: day(0), ...wrong })
      .expect(400)
    expect(body.message).toContain(field)
  })
})

describe("turning a lot into another", () => {
  it("takes from the one, makes the other, and is written as GS1's transformation", async () => {
    const input = await paddy()
    const { body } = await transform(milling(input, 56)).expect(201)
    const [rice] = body.change.lots
    expect(await read(input)).toMatchObject({ consumed: 80, left: 0 })
    expect(await read(rice)).toMatchObject({ title: "Gạo nếp", quantity: 56, left: 56 })
    const [written] = await events(body.change.id)
    expect(written).toMatchObject({ type: "TransformationEvent", unusual: false })
    expect(written.event).toMatchObject({
      inputQuantityList: [{ epcClass: expect.stringContaining(input.code), quantity: 80, uom: "KGM" }],
      outputQuantityList: [{ epcClass: expect.stringContaining(rice.code), quantity: 56, uom: "KGM" }],
    })
    expect(JSON.stringify(written.record)).not.toMatch(/quantity|KGM|lot\/[A-Z]/i)
    const { body: proof } = await as(owner)("get", `/lot/${rice.code}/proof.json`).redirects(1).expect(200)
    expect(JSON.stringify(proof)).toContain(`/lot/${input.code}`)
    expect(JSON.stringify(proof)).not.toContain('quantity":')
  })

  it("lets more out than the usual yield with a reason only, and marks it for officials", async () => {
    const input = await paddy()
    const { body: refused } = await transform(milling(input, 57)).expect(400)
    expect(refused.message).toContain("nhiều nhất 56 kg")
    expect((await transform(milling(input, 57, { declared_yield: 0.9 })).expect(400)).body.message).toContain("lý do")
    expect((await transform(milling(input, 57, { reason: "other" })).expect(400)).body.message).toContain("lời của bạn")
    expect((await read(input)).left).toBe(80)
    const { body } = await transform(milling(input, 57, { reason: "weighing" })).expect(201)
    expect(await events(body.change.id)).toMatchObject([{ unusual: true }])
    const operator = await operatorToken()
    const [here, elsewhere] = await Promise.all([HOME, NEIGHBOUR].map((code) => newOfficial(operator, "commune", code)))
    const listed = async (official?: { token: string }) =>
      (await asOfficial(official?.token ?? "")("get", "/officials/me/lot-changes").expect(200)).text
    expect(await listed(here)).toContain(body.change.id)
    expect(await listed(elsewhere)).not.toContain(body.change.id)
    const office = await http().get("/office/lot-changes").set("cookie", `vm_official=${here?.token}`).expect(200)
    expect(office.text).toContain("Lần cân trước thiếu")
    expect(office.text).toContain("Thóc nếp")
  })

  it("happens once under one key, and that key means nothing else", async () => {
    const input = await paddy()
    const key = randomUUID()
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => transform(milling(input, 50)).set("idempotency-key", key)),
    )
    expect(replies.map(({ status }) => status)).toEqual(Array(6).fill(201))
    expect(new Set(replies.map(({ body }) => body.change.id)).size).toBe(1)
    expect(new Set(replies.map(({ body }) => body.change.lots[0].id)).size).toBe(1)
    await transform(milling(input, 49)).set("idempotency-key", key).expect(409)
    expect((await read(input)).consumed).toBe(80)
  })

  it("never takes more than is left, nor from another's lot, nor a listing that is another's", async () => {
    const input = await paddy()
    const replies = await Promise.all(Array.from({ length: 5 }, () => transform(milling(input, 40))))
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409])
    await transform(milling(await paddy(), 40), other).expect(404)
    const output = { listing_id: other.listing, quantity: 5 }
    await transform(milling(await paddy(), 5, { outputs: [output], declared_yield: 1 })).expect(404)
  })

  it("of clay to pots needs the household's own figure, and makes whole pots of its listing", async () => {
    const clay = await paddy({ title: "Than bùn", quantity: 80 })
    const pots = { outputs: [{ listing_id: owner.listing, quantity: 40 }] }
    expect((await transform(milling(clay, 0, pots)).expect(400)).body.message).toContain("tỷ lệ")
    const half = { outputs: [{ listing_id: owner.listing, quantity: 40.5 }], declared_yield: 1 }
    await transform(milling(clay, 0, half)).expect(400)
    const { body } = await transform(milling(clay, 0, { ...pots, declared_yield: 0.5 })).expect(201)
    expect(await read(body.change.lots[0])).toMatchObject({ listing_id: owner.listing, unit: "cái", quantity: 40 })
  })
})

describe("splitting and merging", () => {
  const split = ({ id }: Lot, quantities: number[], maker = owner) =>
    as(maker)("post", `/producers/me/lots/${id}/split`).send({ quantities, happened_at: day(0) })
  const merge = (inputs: object[], maker = owner) =>
    as(maker)("post", "/producers/me/lots/merge").send({ inputs, happened_at: day(0) })

  it("keep what a lot is, its day of making and its expiry", async () => {
    const lot = await newLot(owner, { expires_on: "2099-01-01" })
    const { body } = await split(lot, [3, 4]).expect(201)
    expect(await read(lot)).toMatchObject({ left: 3, consumed: 7 })
    const [three, four] = body.change.lots
    for (const one of [three, four]) {
      expect(await read(one)).toMatchObject({ title: "Bình gốm", made_on: day(1), expires_on: "2099-01-01" })
    }
    // The public page tells the day of making, not the day of the split.
    const page = await as(owner)("get", `/lot/${four.code}`).expect(200)
    expect(page.text).toContain(day(1).split("-").reverse().join("/"))
    const { body: merged } = await merge([
      { lot_id: three.id, quantity: 3 },
      { lot_id: four.id, quantity: 2 },
    ]).expect(201)
    expect(await read(merged.change.lots[0])).toMatchObject({ quantity: 5, made_on: day(1) })
    expect((await read(four)).left).toBe(2)
  })

  it("never make something of nothing, and never reach into another's lots", async () => {
    const lot = await newLot(owner)
    await split(lot, [6, 5]).expect(409)
    await split(lot, [0]).expect(400)
    await split(lot, [1.5]).expect(400)
    await split(lot, [1], other).expect(404)
    const theirs = await newLot(other)
    const half = (one: Lot) => ({ lot_id: one.id, quantity: 5 })
    await merge([half(lot), half(theirs)]).expect(404)
    await merge([half(lot), half(lot)]).expect(400)
    await merge([half(lot)]).expect(400)
    await merge([half(lot), half(await paddy())]).expect(400)
    expect((await read(lot)).left).toBe(10)
  })
})
