import { randomUUID } from "node:crypto"
import { allocateLots } from "../../plugins/village-market/src/modules/traceability/lots/allocate-lots"
import { returnToLots } from "../../plugins/village-market/src/modules/traceability/lots/return-to-lots"
import { overdrawn, storm } from "./helpers/lot-storm"
import { as, type Maker, newLot, openKnex, page, twoMakers } from "./helpers/lots"

const pg = openKnex()
let owner: Maker
let other: Maker
beforeAll(async () => {
  ;[owner, other] = await twoMakers()
})
afterAll(() => pg.destroy())

it("never takes more of lots than they hold, whatever happens to them at once", async () => {
  const lots = await Promise.all([newLot(owner), newLot(owner), newLot(owner)])
  expect(
    await storm(
      pg,
      owner,
      lots.map(({ id }) => id),
      4,
    ),
  ).toBeGreaterThan(3)
  expect(await overdrawn(pg, owner.id)).toEqual({ lots: [], changes: [] })
})

it("shows where stock and lots differ, and sets the stock to the lots when told to", async () => {
  await newLot(other)
  const read = async () => (await as(other)("get", "/producers/me/lots/stock").expect(200)).body.differences
  expect(await read()).toMatchObject([{ listing_id: other.listing, stock: 3, lots: 10 }])
  const agree = (seen: object, maker = other) =>
    page(maker)("post", "/producer/lots/stock")
      .set("origin", new URL(process.env.TEST_BASE_URL ?? "").origin)
      .type("form")
      .send({ listing_id: other.listing, stock: "3", lots: "10", ...seen })
      .expect(303)
  await agree({ lots: "9" })
  await agree({}, owner)
  expect(await read()).toHaveLength(1)
  await agree({})
  expect(await read()).toEqual([])
})

it("puts goods that came back into the lots they left, no more than was taken", async () => {
  const lots = [await newLot(owner), await newLot(owner)]
  const trx = await pg.transaction()
  try {
    // What the journal says of a change, in a table that hides the real one in this transaction only.
    await trx.raw("create temp table sale_event (change_id text, line_id text, quantity int) on commit drop")
    const line = randomUUID()
    await allocateLots(trx, {
      producer_id: owner.id,
      allocations: lots.map(({ id }) => ({ producer_order_line_id: line, lot_id: id, quantity: 4 })),
    })
    const left = async () =>
      (
        await trx("lot_balance").whereIn(
          "lot_id",
          lots.map(({ id }) => id),
        )
      ).reduce((sum, row) => sum + Number(row.left), 0)
    expect(await left()).toBe(12)
    await trx("sale_event").insert([
      { change_id: "a", line_id: line, quantity: -5 },
      { change_id: "b", line_id: line, quantity: -9 },
    ])
    await returnToLots(trx, "a")
    expect(await left()).toBe(17)
    await returnToLots(trx, "b")
    expect(await left()).toBe(20)
  } finally {
    await trx.rollback()
  }
})
