import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"

const Count = z.coerce.number().int().safe()

export const SettlementFileRow = z.object({
  id: z.string(),
  provider: z.string(),
  name: z.string(),
  from_day: z.string(),
  to_day: z.string(),
  lines: z.number().int(),
  imported_by: z.string(),
  imported_at: z.date(),
  /** Whole đồng of what was paid, given back and kept as fees, by the lines first seen in this file. */
  paid: Count,
  refunded: Count,
  fees: Count,
  /** Its lines that did not agree with our books when it was imported. */
  differing: Count,
})

/** The imported files, latest first. */
export async function settlementFiles(db: Knex, limit = 100) {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `select f.id, f.provider, f.name, f.from_day::text, f.to_day::text, f.lines, f.imported_by, f.imported_at,
       coalesce(sum(l.amount) filter (where l.kind = 'payment' and l.status = 'done'), 0) as paid,
       coalesce(sum(l.amount) filter (where l.kind = 'refund' and l.status = 'done'), 0) as refunded,
       coalesce(sum(l.fee), 0) as fees, count(*) filter (where l.verdict <> 'match') as differing
     from settlement_file f left join settlement_line l on l.file_id = f.id
     group by f.id order by f.imported_at desc limit ?`,
    [limit],
  )
  return rows.map((row) => SettlementFileRow.parse(row))
}

/** A file as it came. */
export async function settlementFile(db: Knex, id: string): Promise<{ name: string; content: Buffer } | undefined> {
  return db("settlement_file").where({ id }).first("name", "content")
}
