import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { Dong } from "./rows"

export const SaleEventRow = z.object({
  id: z.string(),
  kind: z.string(),
  booked_day: z.string(),
  booked_month: z.string(),
  holding: z.string(),
  producer_kind: z.string(),
  commune_code: z.string(),
  village_id: z.string().nullable(),
  vsic_code: z.string(),
  vsic_version: z.string(),
  ocop_stars: z.number().nullable(),
  buyer_province: z.string(),
  channel: z.string(),
  payment_means: z.string(),
  goods: Dong,
  discount: Dong,
  vat: Dong,
  net: Dong,
  settled: Dong,
})

const BATCH_LOCK = 7_370_002

/**
 * Numbers the journal rows that no batch holds yet. Only rows of transactions below the snapshot's xmin are taken: an
 * older transaction that is still open would otherwise commit behind the batch and be missed by any watermark.
 * Returns how many rows were numbered.
 */
export async function numberBatch(db: Knex, limit = 10_000): Promise<number> {
  return db.transaction(async (trx) => {
    await trx.raw("select pg_advisory_xact_lock(?)", [BATCH_LOCK])
    const { rows } = await trx.raw<{ rows: { id: string }[] }>(
      `select e.id from sale_event e
       where e.tx < pg_snapshot_xmin(pg_current_snapshot())
         and not exists (select from journal_batch_event b where b.event_id = e.id)
       order by e.tx, e.id limit ?`,
      [limit],
    )
    if (rows.length === 0) return 0
    const [batch] = await trx("journal_batch").insert({}).returning("number")
    await trx("journal_batch_event").insert(rows.map(({ id }) => ({ event_id: id, batch: batch?.number })))
    return rows.length
  })
}

/** Batches the warehouse has not acknowledged, oldest first, with their rows. */
export async function openBatches(db: Knex, limit = 20) {
  const batches: { number: string }[] = await db("journal_batch")
    .whereNull("acknowledged_at")
    .orderBy("number")
    .limit(limit)
  const open = []
  for (const { number } of batches) {
    const { rows } = await db.raw<{ rows: unknown[] }>(
      `select e.*, e.booked_day::text as booked_day from journal_batch_event b join sale_event e on e.id = b.event_id
       where b.batch = ? order by e.id`,
      [number],
    )
    open.push({ number: Number(number), events: rows.map((row) => SaleEventRow.parse(row)) })
  }
  return open
}

export async function acknowledgeBatch(db: Knex, number: number) {
  await db("journal_batch").where({ number }).whereNull("acknowledged_at").update({ acknowledged_at: new Date() })
}
