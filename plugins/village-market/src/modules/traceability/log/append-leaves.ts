import { randomBytes } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Json } from "./jcs"
import { entryOf, leafHash } from "./merkle"

/** A record to be logged, and the row that holds it. */
export type NewLeaf = { event_row_id: string; record: Json }

/**
 * Logs records in the caller's transaction, which stores them too: both or neither. Returns the line of the log of each,
 * from 0, in the order given. The only row of `log_head` stays locked until the transaction ends, so lines have no gaps
 * and follow the order of the commits; call this last, and once for many records.
 */
export async function appendLeaves(trx: Knex.Transaction, leaves: NewLeaf[]): Promise<number[]> {
  if (leaves.length === 0) return []
  // What is costly comes before the lock.
  const hashed = leaves.map(({ event_row_id, record }) => {
    const salt = randomBytes(32)
    const entry = entryOf(salt, record)
    return { event_row_id, salt, entry, leaf: leafHash(entry) }
  })
  const [head] = await trx("log_head").increment("size", hashed.length).returning<{ size: string }[]>("size")
  const first = Number(head?.size) - hashed.length
  const ids = (prefix: string) => hashed.map(() => generateEntityId(undefined, prefix))
  const seqs = hashed.map((_, n) => first + n)
  await trx.raw(
    `insert into log_entry (id, seq, event_row_id, entry, leaf)
     select * from unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::text[])`,
    [
      ids("log"),
      seqs,
      hashed.map(({ event_row_id }) => event_row_id),
      hashed.map(({ entry }) => entry.toString("hex")),
      hashed.map(({ leaf }) => leaf.toString("hex")),
    ],
  )
  await trx.raw("insert into log_salt (id, seq, salt) select * from unnest(?::text[], ?::int[], ?::text[])", [
    ids("slt"),
    seqs,
    hashed.map(({ salt }) => salt.toString("hex")),
  ])
  return seqs
}
