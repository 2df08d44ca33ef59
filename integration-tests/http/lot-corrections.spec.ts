import { randomUUID } from "node:crypto"
import { allocateLots } from "../../plugins/village-market/src/modules/traceability/lots/allocate-lots"
import { db } from "../harness/shop"
import { as, day, type Maker, newLot, openKnex, twoMakers } from "./helpers/lots"

const pg = openKnex()
let owner: Maker
let other: Maker

beforeAll(async () => {
  ;[owner, other] = await twoMakers()
})
afterAll(() => pg.destroy())

const correct = (body: object, maker = owner) => as(maker)("post", "/producers/me/lots/corrections").send(body)
const read = async (id: string) => (await as(owner)("get", `/producers/me/lots/${id}`).expect(200)).body.lot
const versions = async (lot: string) =>
  (
    await db().query(
      `select event_id, version, error_reason, event -> 'quantityList' -> 0 ->> 'quantity' as quantity,
         event -> 'errorDeclaration' as declaration
       from epcis_event where lot_id = $1 and action = 'ADD' order by created_at, version`,
      [lot],
    )
  ).rows

describe("a correction", () => {
  it("of an amount keeps both numbers, as EPCIS's error declaration under the same id", async () => {
    const { id } = await newLot(owner)
    await correct({ target: "amount", lot_id: id, quantity: 8, note: "Đếm nhầm" }).expect(201)
    expect(await read(id)).toMatchObject({ quantity: 8, left: 8 })
    const [first, second, third] = await versions(id)
    const declaration = [first, second, third].find(({ error_reason }) => error_reason)
    const right = [first, second, third].find(({ quantity }) => quantity === "8")
    expect(first).toMatchObject({ version: 0, quantity: "10", error_reason: null })
    expect(declaration).toMatchObject({
      event_id: first.event_id,
      version: 1,
      quantity: "10",
      error_reason: "incorrect_data",
    })
    expect(declaration.declaration).toMatchObject({ correctiveEventIDs: [right.event_id] })
    await correct({ target: "amount", lot_id: id, quantity: 10 }).expect(201)
    expect((await read(id)).quantity).toBe(10)
  })

  it("is refused below what was sold or used, to strangers, for nothing new, and twice under one key happens once", async () => {
    const { id } = await newLot(owner)
    await allocateLots(pg, {
      producer_id: owner.id,
      allocations: [{ producer_order_line_id: randomUUID(), lot_id: id, quantity: 6 }],
    })
    const { body } = await correct({ target: "amount", lot_id: id, quantity: 5 }).expect(409)
    expect(body.message).toContain("6")
    await correct({ target: "amount", lot_id: id, quantity: 7 }, other).expect(404)
    await correct({ target: "amount", lot_id: id, quantity: 10 }).expect(400)
    const key = randomUUID()
    const say = (quantity: number) => correct({ target: "amount", lot_id: id, quantity }).set("idempotency-key", key)
    const replies = await Promise.all(Array.from({ length: 4 }, () => say(7)))
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(await versions(id)).toHaveLength(3)
    await say(8).expect(409)
    expect((await read(id)).left).toBe(1)
  })

  it("of a step is declared once, and the step stays to be seen struck through", async () => {
    const { id, code } = await newLot(owner)
    const [step] = (await read(id)).steps.filter(({ step }: { step: string }) => step === "inspecting")
    await correct({ target: "step", lot_id: id, step_id: step.id, reason: "did_not_occur" }, other).expect(404)
    await correct({ target: "step", lot_id: id, step_id: step.id, reason: "lazy" }).expect(400)
    await correct({ target: "step", lot_id: id, step_id: step.id, reason: "did_not_occur" }).expect(201)
    await correct({ target: "step", lot_id: id, step_id: step.id, reason: "did_not_occur" }).expect(409)
    const steps = (await read(id)).steps
    expect(steps.find(({ id }: { id: string }) => id === step.id)).toMatchObject({ corrected_reason: "did_not_occur" })
    await as(owner)("get", `/lot/${code}`).expect(200)
  })

  it("of a change gives back what went in and withdraws what came out, unless that was used", async () => {
    const { id } = await newLot(owner)
    const split = async () =>
      (
        await as(owner)("post", `/producers/me/lots/${id}/split`)
          .send({ quantities: [4], happened_at: day(0) })
          .expect(201)
      ).body.change
    const change = await split()
    const undo = (change_id: string, maker = owner) =>
      correct({ target: "change", change_id, reason: "did_not_occur" }, maker)
    await undo(change.id, other).expect(404)
    await undo(change.id).expect(201)
    await undo(change.id).expect(409)
    expect(await read(id)).toMatchObject({ left: 10, consumed: 0 })
    expect(await read(change.lots[0].id)).toMatchObject({ status: "withdrawn" })
    const again = await split()
    await allocateLots(pg, {
      producer_id: owner.id,
      allocations: [{ producer_order_line_id: randomUUID(), lot_id: again.lots[0].id, quantity: 1 }],
    })
    await undo(again.id).expect(409)
    expect((await read(id)).left).toBe(6)
  })
})
