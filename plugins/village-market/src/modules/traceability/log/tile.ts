import type { Subtree } from "./proof-path"

/** C2SP tlog-tiles: a tile holds this many hashes when full, and stands for a subtree of this height. */
export const TILE_WIDTH = 256
export const TILE_HEIGHT = 8

/** `level` and `index` name a tile of hashes; without a level it is a bundle of entries. `width` is 256 when full. */
export type Tile = { level: number | "entries"; index: bigint; width: number }

const PATH = /^(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/

/** Reads `<L>/<N>[.p/<W>]` of C2SP tlog-tiles; undefined for every other spelling, so that each tile has one address. */
export function parseTilePath(path: string): Tile | undefined {
  const [, level, digits, partial] = PATH.exec(path) ?? []
  if (level === undefined || digits === undefined) return undefined
  const groups = digits.replaceAll("x", "").split("/")
  if (groups.length > 1 && groups[0] === "000") return undefined
  const width = partial === undefined ? TILE_WIDTH : Number(partial)
  if (level !== "entries" && Number(level) > 63) return undefined
  if (partial !== undefined && width >= TILE_WIDTH) return undefined
  return { level: level === "entries" ? level : Number(level), index: BigInt(groups.join("")), width }
}

/** The address of a tile below `/tile/`: index 1234067 is `x001/x234/067`. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = index.toString()
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").match(/\d{3}/g) ?? []
  const last = groups.pop()
  const path = [level, ...groups.map((group) => `x${group}`), last].join("/")
  return width === TILE_WIDTH ? path : `${path}.p/${width}`
}

/** Whether a log of `size` lines has this tile: a full one once complete, a partial one as soon as it is that wide. */
export function hasTile({ level, index, width }: Tile, size: bigint): boolean {
  const rows = size >> BigInt(TILE_HEIGHT * (level === "entries" ? 0 : level))
  return index * BigInt(TILE_WIDTH) + BigInt(width) <= rows
}

/** A stretch of one row of tiles: hashes `start` up to `end` of the row at tile level `level`, all within one tile. */
export type Stretch = { level: number; start: bigint; end: bigint }

/** Where in the rows of tiles a subtree's leaves of that row lie. */
export function stretchOf({ level, index }: Subtree): Stretch {
  const above = BigInt(level % TILE_HEIGHT)
  return { level: Math.floor(level / TILE_HEIGHT), start: index << above, end: (index + 1n) << above }
}
