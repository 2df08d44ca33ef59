import { db } from "../harness/shop"
import { BASE, documentOf, epcis, event, logGap, thing } from "../http/helpers/epcis"
import { type Maker, newLot, http as page, twoMakers } from "../http/helpers/lots"

/** How many events the repository holds when it is measured: `EPCIS_BENCH_SIZES=10000,100000,1000000`. */
const SIZES = (process.env.EPCIS_BENCH_SIZES ?? "10000").split(",").map(Number)
const BATCH = 1_000
const MEASURED = 5
const READS = 200

let owner: Maker
beforeAll(async () => {
  ;[owner] = await twoMakers()
})

/** A batch as an ERP would send it, sent and stored; seconds from request to answer. */
async function sendBatch(): Promise<number> {
  const text = JSON.stringify(
    documentOf(...Array.from({ length: BATCH }, () => event({ quantityList: [{ epcClass: thing(), quantity: 3 }] }))),
  )
  const began = performance.now()
  await epcis(owner).post("/capture", text).expect(202)
  return (performance.now() - began) / 1000
}

const stored = async () => Number((await db().query("select size from log_head")).rows[0].size)

async function p95(path: string, read: (path: string) => Promise<unknown>) {
  const took: number[] = []
  for (let n = 0; n < READS; n++) {
    const began = performance.now()
    await read(path)
    took.push(performance.now() - began)
  }
  return took.sort((a, b) => a - b)[Math.floor(READS * 0.95)] ?? 0
}

it.each(SIZES)(
  "captures in batches with log and index, and shows a lot, at %i events",
  async (size) => {
    const { code } = await newLot(owner)
    while ((await stored()) < size) await sendBatch()
    await db().query("analyze epcis_event; analyze epcis_event_thing; analyze log_entry")
    let seconds = 0
    for (let n = 0; n < MEASURED; n++) seconds += await sendBatch()
    const floor = await p95("/health", (path) => page().get(path).expect(200))
    const lot = await p95(`/lot/${code}`, (path) => page().get(path).expect(200))
    const query = await p95("/events?perPage=30", (path) => epcis(owner).get(path).expect(200))
    console.log(
      JSON.stringify({
        events: await stored(),
        captured_per_second: Math.round((MEASURED * BATCH) / seconds),
        ms_p95: { health: floor, "/lot/{code}": lot, [`${BASE}/events`]: query },
      }),
    )
    expect(await logGap()).toBe(0)
    expect((MEASURED * BATCH) / seconds).toBeGreaterThan(500)
  },
  3_600_000,
)
