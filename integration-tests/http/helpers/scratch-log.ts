import { createHash, randomBytes } from "node:crypto"
import knex, { type Knex } from "knex"
import { canonical } from "../../../plugins/village-market/src/modules/traceability/log/jcs"
import { variable } from "../../harness/variable"

const TABLES = [
  ...["epcis_event", "log_head", "log_entry", "log_salt", "log_tile"],
  ...["log_checkpoint", "log_cosignature", "log_witness_call"],
]

/** An empty log like the shop's own, on its database server, dropped afterwards: a log that was spoilt stays spoilt. */
export async function withScratchLog<T>(
  deed: (db: Knex) => Promise<T>,
  connection = variable("TEST_DATABASE_URL"),
): Promise<T> {
  const schema = `log_${randomBytes(6).toString("hex")}`
  const db = knex({ client: "pg", connection, searchPath: [schema, "public"], pool: { min: 1, max: 8 } })
  try {
    await db.raw("create schema ??", [schema])
    for (const table of TABLES)
      await db.raw("create table ??.?? (like public.?? including all)", [schema, table, table])
    await db.raw("insert into log_head default values")
    return await deed(db)
  } finally {
    await db.raw("drop schema if exists ?? cascade", [schema])
    await db.destroy()
  }
}

/** Stores and logs made-up records, each with its row and the digest of its event, in one transaction. */
export const appendRecords = (db: Knex, append: Append, records: Record<string, string>[]) =>
  db.transaction(async (trx) => {
    const rows = records.map((event) => {
      const salt = randomBytes(32)
      const digest = createHash("sha256").update(salt).update(canonical(event)).digest("hex")
      const record = { ...event, "vm:eventDigest": digest }
      return { id: `lev_${randomBytes(8).toString("hex")}`, event, salt: salt.toString("hex"), record }
    })
    await trx.raw(
      `insert into epcis_event (id, producer_id, event_id, type, event_time, event_time_zone_offset, commune_code, record, event, event_salt)
       select id, 'p', id, 'ObjectEvent', now(), '+07:00', '0', record, event, salt
       from unnest(?::text[], ?::jsonb[], ?::jsonb[], ?::text[]) e (id, record, event, salt)`,
      [
        rows.map(({ id }) => id),
        rows.map(({ record }) => JSON.stringify(record)),
        rows.map(({ event }) => JSON.stringify(event)),
        rows.map(({ salt }) => salt),
      ],
    )
    return append(
      trx,
      rows.map(({ id, record }) => ({ event_row_id: id, record })),
    )
  })

type Append = (
  trx: Knex.Transaction,
  leaves: { event_row_id: string; record: Record<string, string> }[],
) => Promise<number[]>
