import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { readSize, readStretches } from "./read-tree"
import { hasTile, TILE_WIDTH, type Tile } from "./tile"

/**
 * The bytes of a tile as C2SP tlog-tiles serves it, or undefined while the log has not grown so far: hashes one after
 * another, or for entries each behind its length in two bytes. An entry is the 32 bytes of a salted hash, never a record.
 */
export async function readTile(pg: Knex, tile: Tile): Promise<Buffer | undefined> {
  if (!hasTile(tile, await readSize(pg))) return undefined
  const start = tile.index * BigInt(TILE_WIDTH)
  const end = start + BigInt(tile.width)
  if (tile.level === "entries") return readEntries(pg, start, end)
  const [hashes] = await readStretches(pg, [{ level: tile.level, start, end }])
  return hashes
}

async function readEntries(pg: Knex, start: bigint, end: bigint): Promise<Buffer | undefined> {
  const { rows } = await pg.raw<{ rows: { bundle: Buffer | null }[] }>(
    `select string_agg('\\x0020'::bytea || entry, ''::bytea order by seq) as bundle from log_entry
     where seq >= ? and seq < ?`,
    [`${start}`, `${end}`],
  )
  return rows[0]?.bundle ?? undefined
}
