import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { checkpointText } from "./checkpoint"
import type { LogKey } from "./log-key"
import { readConsistencyProof, readRoot, readSize } from "./read-tree"
import { signNote } from "./signed-note"
import { isConsistent } from "./verify-proof"

/** A signed checkpoint; `note` carries the cosignatures known by now. */
export type StoredCheckpoint = { id: string; size: bigint; root: Buffer; vkey: string; note: string; created_at: Date }

/** `contradicted`: the log no longer begins with what was signed last, so nothing new was signed. */
export type Signed = { checkpoint: StoredCheckpoint; contradicted: boolean }

const CHECKPOINT = `
  c.id, c.size, c.root, c.vkey, c.created_at, c.note || coalesce((
    select string_agg(line, '' order by s.created_at, s.witness) from log_cosignature s where s.checkpoint_id = c.id
  ), '') as note from log_checkpoint c`

/** The last checkpoint signed by whatever key, or undefined. */
export async function readLatestCheckpoint(pg: Knex): Promise<StoredCheckpoint | undefined> {
  const { rows } = await pg.raw<{ rows: (Omit<StoredCheckpoint, "size"> & { size: string })[] }>(
    `select ${CHECKPOINT} order by c.id desc limit 1`,
  )
  return rows[0] && { ...rows[0], size: BigInt(rows[0].size) }
}

/**
 * A checkpoint over the whole log: the last one while it covers all, else a new one, after it was proved that the log
 * continues the last. One process signs at a time.
 */
export const signCheckpoint = (pg: Knex, key: LogKey): Promise<Signed> =>
  pg.transaction(async (trx) => {
    await trx.raw("select pg_advisory_xact_lock(hashtext('log_checkpoint'))")
    const last = await readLatestCheckpoint(trx)
    const size = await readSize(trx)
    if (last && last.size === size && last.vkey === key.vkey) return { checkpoint: last, contradicted: false }
    const root = await readRoot(trx, size)
    if (last && !(await continues(trx, last, size, root))) return { checkpoint: last, contradicted: true }
    const note = signNote(checkpointText({ origin: key.origin, size, root }), key)
    await trx("log_checkpoint").insert({ size: `${size}`, root, vkey: key.vkey, note })
    const checkpoint = await readLatestCheckpoint(trx)
    if (!checkpoint) throw new Error("A checkpoint that was just stored is not there")
    return { checkpoint, contradicted: false }
  })

async function continues(trx: Knex, last: StoredCheckpoint, size: bigint, root: Buffer): Promise<boolean> {
  if (last.size === 0n) return true
  if (last.size > size) return false
  const trees = { size1: last.size, root1: last.root, size2: size, root2: root }
  return isConsistent(trees, await readConsistencyProof(trx, last.size, size))
}

/** A checkpoint that covers a log of at least `size` lines: signed on demand where the last one does not. */
export async function checkpointCovering(pg: Knex, key: LogKey, size: bigint): Promise<StoredCheckpoint> {
  const last = await readLatestCheckpoint(pg)
  if (last && last.size >= size && last.vkey === key.vkey) return last
  return (await signCheckpoint(pg, key)).checkpoint
}
