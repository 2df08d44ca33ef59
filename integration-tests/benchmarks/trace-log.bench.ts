import type { Knex } from "knex"
import { appendLeaves } from "../../plugins/village-market/src/modules/traceability/log/append-leaves"
import { signCheckpoint } from "../../plugins/village-market/src/modules/traceability/log/checkpoints"
import { readInclusionProofs } from "../../plugins/village-market/src/modules/traceability/log/read-tree"
import { signingKey, vkeyOf } from "../../plugins/village-market/src/modules/traceability/log/signed-note"
import { type Shop, startShop } from "../harness/server"
import { withScratchLog } from "../http/helpers/scratch-log"

/**
 * What a proof, a cold checkpoint and an append cost as the log grows: BENCH_LOG_SIZES (10000,100000,1000000), in a
 * database of its own, or that of BENCH_LOG_DATABASE_URL.
 */
const SIZES = (process.env.BENCH_LOG_SIZES ?? "10000,100000,1000000").split(",").map(Number)
const BATCH = 2000
const PROOFS = 200

const signing = signingKey("bench.example/trace-log", Buffer.alloc(32, 1))
const key = { ...signing, origin: signing.name, vkey: vkeyOf(signing) }

async function grow(db: Knex, from: number, to: number): Promise<number> {
  const began = performance.now()
  for (let at = from; at < to; at += BATCH) {
    const leaves = Array.from({ length: Math.min(BATCH, to - at) }, (_, n) => ({
      ...{ event_row_id: `bench${at + n}`, record: { type: "ObjectEvent", "vm:step": "firing", n: at + n } },
    }))
    await db.transaction((trx) => appendLeaves(trx, leaves))
  }
  return Math.round((to - from) / ((performance.now() - began) / 1000))
}

async function proofTimes(db: Knex, size: number) {
  const times: number[] = []
  let hashes = 0
  for (let n = 0; n < PROOFS; n++) {
    const line = BigInt(Math.floor((n * 7919 * 31) % size))
    const began = performance.now()
    const [proof] = await readInclusionProofs(db, [line], BigInt(size))
    times.push(performance.now() - began)
    hashes = Math.max(hashes, proof?.length ?? 0)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => Number((times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(2))
  return { "proof ms, median": at(0.5), "proof ms, p95": at(0.95), "proof bytes": hashes * 32 }
}

describe("the log as it grows", () => {
  let shop: Shop | undefined
  let url = process.env.BENCH_LOG_DATABASE_URL ?? ""
  beforeAll(async () => {
    if (url) return
    shop = await startShop({ databaseName: "bench_trace_log" })
    url = shop.databaseUrl
  })
  afterAll(() => shop?.stop())

  it(
    "proves in O(log n) and under 5 ms, and signs from cold under a second",
    () =>
      withScratchLog(async (db) => {
        const table: Record<string, number>[] = []
        let size = 0
        for (const next of SIZES) {
          const rate = await grow(db, size, next)
          size = next
          await db.raw("analyze log_entry")
          const began = performance.now()
          await signCheckpoint(db, key)
          const cold = Math.round(performance.now() - began)
          table.push({ lines: size, "appends/s": rate, "checkpoint ms": cold, ...(await proofTimes(db, size)) })
        }
        console.table(table)
        for (const row of table) {
          expect(row["proof ms, median"]).toBeLessThan(5)
          expect(row["checkpoint ms"]).toBeLessThan(1000)
          expect(row["proof bytes"]).toBeLessThanOrEqual(Math.ceil(Math.log2(row.lines ?? 1)) * 32)
        }
      }, url),
    600_000,
  )
})
