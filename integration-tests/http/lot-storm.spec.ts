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
