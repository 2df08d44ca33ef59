import { randomBytes } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Json } from "./jcs"
import { entryOf, leafHash } from "./merkle"
import { TILE_WIDTH } from "./tile"

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
  const size = Number(head?.size)
  const first = size - hashed.length
  const seqs = hashed.map((_, n) => first + n)
  await trx.raw(
    `with line as (
       select * from unnest(?::bigint[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[]) l (seq, event, entry, leaf, salt)
     ), salted as (insert into log_salt (seq, salt) select seq, salt from line)
     insert into log_entry (seq, event_row_id, entry, leaf) select seq, event, entry, leaf from line`,
    [
      seqs,
      hashed.map(({ event_row_id }) => event_row_id),
      hashed.map(({ entry }) => entry),
      hashed.map(({ leaf }) => leaf),
      hashed.map(({ salt }) => salt),
    ],
  )
  if (Math.floor(first / TILE_WIDTH) < Math.floor(size / TILE_WIDTH))
    await trx.raw("select complete_log_tiles(?, ?)", [first, size])
  return seqs
}
