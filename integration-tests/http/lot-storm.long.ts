import { overdrawn, storm } from "./helpers/lot-storm"
import { newLot, openKnex, twoMakers } from "./helpers/lots"

const pg = openKnex()
afterAll(() => pg.destroy())

it("never takes more of lots than they hold, in a thousand deeds at once by twelve", async () => {
  const [owner] = await twoMakers()
  const lots = await Promise.all(Array.from({ length: 12 }, () => newLot(owner)))
  expect(
    await storm(
      pg,
      owner,
      lots.map(({ id }) => id),
      90,
    ),
  ).toBeGreaterThan(50)
  expect(await overdrawn(pg, owner.id)).toEqual({ lots: [], changes: [] })
}, 300_000)
