import { randomUUID } from "node:crypto"
import { allocateLots } from "../../plugins/village-market/src/modules/traceability/lots/allocate-lots"
import { db } from "../harness/shop"
import { as, type Maker, newLot, openKnex, twoMakers } from "./helpers/lots"

const pg = openKnex()
let owner: Maker
let other: Maker

beforeAll(async () => {
  ;[owner, other] = await twoMakers()
})

afterAll(() => pg.destroy())

describe("taking from a lot", () => {
  const take = (lot_id: string, quantity: number, line = randomUUID(), producer_id = owner.id) =>
    allocateLots(pg, { producer_id, allocations: [{ producer_order_line_id: line, lot_id, quantity }] })
  const taken = async (id: string) =>
    Number(
      (await db().query("select coalesce(sum(quantity), 0) as sum from lot_allocation where lot_id = $1", [id])).rows[0]
        .sum,
    )

  it("never gives more than it holds, however many take at once", async () => {
    const { id } = await newLot(owner)
    const outcomes = await Promise.allSettled(Array.from({ length: 16 }, () => take(id, 3)))
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(3)
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ type: "conflict" })
    }
    expect(await taken(id)).toBe(9)
    await expect(take(id, 2)).rejects.toThrow(/chỉ còn 1/)
    await take(id, 1)
    const { body } = await as(owner)("get", `/producers/me/lots/${id}`)
    expect(body.lot.allocated).toBe(10)
  })

  it("is the same when said again, and refuses another quantity for the same line", async () => {
    const { id } = await newLot(owner)
    const line = randomUUID()
    const [first] = await take(id, 4, line)
    const [again] = await take(id, 4, line)
    expect(again).toEqual(first)
    await expect(take(id, 5, line)).rejects.toMatchObject({ type: "conflict" })
    expect(await taken(id)).toBe(4)
  })

  it("is all or nothing over several lots, and never waits in a circle", async () => {
    const [a, b] = [await newLot(owner), await newLot(owner)]
    const both = (lots: { id: string }[], quantity: number) =>
      allocateLots(pg, {
        producer_id: owner.id,
        allocations: lots.map(({ id }) => ({ producer_order_line_id: randomUUID(), lot_id: id, quantity })),
      })
    await take(a.id, 8)
    await expect(both([b, a], 5)).rejects.toMatchObject({ type: "conflict" })
    expect(await taken(b.id)).toBe(0)
    await Promise.all([both([a, b], 1), both([b, a], 1)])
    expect([await taken(a.id), await taken(b.id)]).toEqual([10, 2])
  })

  it("goes with the transaction it is part of", async () => {
    const { id } = await newLot(owner)
    const undone = pg.transaction(async (trx) => {
      await allocateLots(trx, {
        producer_id: owner.id,
        allocations: [{ producer_order_line_id: randomUUID(), lot_id: id, quantity: 2 }],
      })
      throw new Error("later trouble")
    })
    await expect(undone).rejects.toThrow("later trouble")
    expect(await taken(id)).toBe(0)
  })

  it("is refused to another producer, for nothing and for parts", async () => {
    const { id } = await newLot(owner)
    await expect(take(id, 1, randomUUID(), other.id)).rejects.toMatchObject({ type: "not_found" })
    await expect(take(id, 0)).rejects.toMatchObject({ type: "invalid_data" })
    await expect(take(id, 0.5)).rejects.toMatchObject({ type: "invalid_data" })
  })
})
