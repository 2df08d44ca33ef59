import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { checkpointCovering, readLatestCheckpoint, type StoredCheckpoint } from "./checkpoints"
import type { Json } from "./jcs"
import type { LogKey } from "./log-key"
import { readInclusionProofs } from "./read-tree"
import { tlogProofText } from "./tlog-proof"

/**
 * A record with what it takes to check it, in hexadecimal. Without its salt it is `erased`: its line still stands in the
 * log, but nobody can tell any more what it said. `tlog_proof` is missing while nothing is signed over the line.
 */
export type ProvedRecord = {
  index: number
  recorded_at: Date
  record?: Json
  salt?: string
  erased?: true
  entry: string
  leaf: string
  tlog_proof?: string
}

type Row = { index: number; recorded_at: Date; record: Json; salt: string | null; entry: string; leaf: string }

/** The records of a lot's diary, or undefined where no lot has this code. */
async function readLotRows(pg: Knex, code: string): Promise<Row[] | undefined> {
  const { rows } = await pg.raw<{ rows: (Row & { index: number | null })[] }>(
    `select g.seq::int as index, g.created_at as recorded_at, e.record, encode(s.salt, 'hex') as salt,
       encode(g.entry, 'hex') as entry, encode(g.leaf, 'hex') as leaf
     from lot left join epcis_event e on e.lot_id = lot.id and e.deleted_at is null
     left join log_entry g on g.event_row_id = e.id left join log_salt s on s.seq = g.seq
     where lot.code = ? and lot.deleted_at is null order by g.seq`,
    [code],
  )
  return rows.length === 0 ? undefined : rows.filter(({ index }) => index !== null)
}

/** All records of a lot with their proofs, under one checkpoint, which is signed on demand where none covers them. */
export async function readLotProof(pg: Knex, key: LogKey | undefined, code: string) {
  const rows = await readLotRows(pg, code)
  if (!rows) return undefined
  const last = rows.at(-1)
  const checkpoint = key && last ? await checkpointCovering(pg, key, BigInt(last.index) + 1n) : undefined
  const covered = rows.filter(({ index }) => checkpoint && BigInt(index) < checkpoint.size)
  const texts = checkpoint ? await proofTexts(pg, checkpoint, covered) : new Map<number, string>()
  return {
    checkpoint: checkpoint?.note,
    records: rows.map(({ index, recorded_at, record, salt, entry, leaf }): ProvedRecord => {
      const said = salt === null ? { erased: true as const } : { record, salt }
      return { index, recorded_at, ...said, entry, leaf, tlog_proof: texts.get(index) }
    }),
  }
}

async function proofTexts(pg: Knex, { size, note }: StoredCheckpoint, rows: Row[]): Promise<Map<number, string>> {
  const lines = rows.map(({ index }) => BigInt(index))
  const proofs = await readInclusionProofs(pg, lines, size)
  return new Map(
    rows.map(({ index }, n) => [
      index,
      tlogProofText({ index: BigInt(index), hashes: proofs[n] ?? [], checkpoint: note }),
    ]),
  )
}

/** The `.tlog-proof` of one line, under the last checkpoint; undefined for a line that it does not cover. */
export async function readLineProof(pg: Knex, index: bigint): Promise<string | undefined> {
  const checkpoint = await readLatestCheckpoint(pg)
  if (!checkpoint || index >= checkpoint.size) return undefined
  const [hashes] = await readInclusionProofs(pg, [index], checkpoint.size)
  return tlogProofText({ index, hashes: hashes ?? [], checkpoint: checkpoint.note })
}
