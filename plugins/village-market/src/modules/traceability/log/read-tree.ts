import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { treeHash } from "./merkle"
import { consistencyPath, inclusionPath, joined, type Range, type Subtree, subtreesOf } from "./proof-path"
import { type Stretch, stretchOf, TILE_HEIGHT } from "./tile"

/** How many records the log holds; all of them are committed. */
export async function readSize(pg: Knex): Promise<bigint> {
  const [head] = await pg("log_head").select<{ size: string }[]>("size")
  return BigInt(head?.size ?? 0)
}

/**
 * Stretches of rows of tiles, as bytes: the leaves themselves at level 0, the roots of the full tiles of the level below
 * above it. One statement; throws where the log has lost a hash, for then nothing may be said about it.
 */
export async function readStretches(pg: Knex, stretches: Stretch[]): Promise<Buffer[]> {
  if (stretches.length === 0) return []
  const { rows } = await pg.raw<{ rows: { hashes: Buffer | null }[] }>(
    `select case when q.level = 0
       then (select string_agg(leaf, ''::bytea order by seq) from log_entry where seq >= q.first and seq < q.last)
       else (select string_agg(root, ''::bytea order by n) from log_tile
             where level = q.level - 1 and n >= q.first and n < q.last) end as hashes
     from unnest(?::int[], ?::bigint[], ?::bigint[]) with ordinality q (level, first, last, k) order by k`,
    [
      stretches.map(({ level }) => level),
      stretches.map(({ start }) => `${start}`),
      stretches.map(({ end }) => `${end}`),
    ],
  )
  return stretches.map(({ level, start, end }, n) => {
    const hashes = rows[n]?.hashes
    if (hashes?.length === Number(end - start) * 32) return hashes
    throw new Error(`The log has lost hashes between ${start} and ${end} of level ${level}`)
  })
}

/** Hashes of ranges of leaves; of O(log n) tiles only what is needed is read, in one statement. */
async function rangeHashes(pg: Knex, ranges: Range[]): Promise<Buffer[]> {
  const parts = ranges.map(subtreesOf)
  const wanted = tilesOf(parts.flat())
  const found = await readStretches(pg, [...wanted.values()])
  const rows = new Map([...wanted.entries()].map(([key, stretch], n) => [key, { ...stretch, hashes: found[n] }]))
  const hashOf = (subtree: Subtree) => {
    const { start, end } = stretchOf(subtree)
    const row = rows.get(tileKey(subtree))
    if (!row?.hashes) throw new Error("A hash that was not asked for is missing")
    return treeHash(split(row.hashes.subarray(Number(start - row.start) * 32, Number(end - row.start) * 32)))
  }
  return parts.map((subtrees) => joined(subtrees.map(hashOf)))
}

/** For each tile that is needed, the smallest stretch that holds all its subtrees. */
function tilesOf(subtrees: Subtree[]): Map<string, Stretch> {
  const wanted = new Map<string, Stretch>()
  for (const subtree of subtrees) {
    const stretch = stretchOf(subtree)
    const known = wanted.get(tileKey(subtree)) ?? stretch
    const [start, end] = [earlier(known.start, stretch.start), later(known.end, stretch.end)]
    wanted.set(tileKey(subtree), { ...stretch, start, end })
  }
  return wanted
}

// Math.min and Math.max know no BigInt.
const earlier = (a: bigint, b: bigint) => (b < a ? b : a)
const later = (a: bigint, b: bigint) => (a < b ? b : a)

const tileKey = (subtree: Subtree) => {
  const { level, start } = stretchOf(subtree)
  return `${level}/${start >> BigInt(TILE_HEIGHT)}`
}

/** The 32-byte hashes of which a stretch is made. */
export const split = (hashes: Buffer): Buffer[] =>
  Array.from({ length: hashes.length / 32 }, (_, n) => hashes.subarray(n * 32, n * 32 + 32))

/** The root of the tree of the first `size` leaves. */
export async function readRoot(pg: Knex, size: bigint): Promise<Buffer> {
  if (size === 0n) return treeHash([])
  const [root] = await rangeHashes(pg, [{ start: 0n, end: size }])
  return root ?? treeHash([])
}

/** RFC 6962 §2.1.1: the hashes that lead from each of these lines to the root of the tree of `size` leaves. */
export async function readInclusionProofs(pg: Knex, lines: bigint[], size: bigint): Promise<Buffer[][]> {
  const paths = lines.map((line) => inclusionPath(line, size))
  const hashes = await rangeHashes(pg, paths.flat())
  return paths.map((path) => hashes.splice(0, path.length))
}

/** RFC 6962 §2.1.2: the hashes that show that the tree of `size2` leaves begins with that of `size1`. */
export const readConsistencyProof = (pg: Knex, size1: bigint, size2: bigint): Promise<Buffer[]> =>
  rangeHashes(pg, consistencyPath(size1, size2))
