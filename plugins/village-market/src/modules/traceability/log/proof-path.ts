import { nodeHash } from "./merkle"

/** The leaves from `start` up to, not including, `end`. */
export type Range = { start: bigint; end: bigint }

/** A complete subtree: the `index`-th run of 2^`level` leaves. */
export type Subtree = { level: number; index: bigint }

/** RFC 6962 §2.1.1, PATH(m, D[n]): of which leaves the hashes of an inclusion proof are, the leaf's sibling first. */
export function inclusionPath(index: bigint, size: bigint): Range[] {
  if (index < 0n || index >= size) throw new RangeError(`No line ${index} in a log of ${size}`)
  const path = (start: bigint, end: bigint): Range[] => {
    if (end - start === 1n) return []
    const middle = start + split(end - start)
    return index < middle
      ? [...path(start, middle), { start: middle, end }]
      : [...path(middle, end), { start, end: middle }]
  }
  return path(0n, size)
}

/** RFC 6962 §2.1.2, PROOF(m, D[n]): of which leaves the hashes of a consistency proof are. */
export function consistencyPath(size1: bigint, size2: bigint): Range[] {
  if (size1 <= 0n || size1 > size2) throw new RangeError(`No proof leads from ${size1} to ${size2} lines`)
  const path = (start: bigint, end: bigint, whole: boolean): Range[] => {
    if (size1 === end) return whole ? [] : [{ start, end }]
    const middle = start + split(end - start)
    return size1 <= middle
      ? [...path(start, middle, whole), { start: middle, end }]
      : [...path(middle, end, false), { start, end: middle }]
  }
  return path(0n, size2, true)
}

/** The complete subtrees of which a range is made, from the left; `start` is a multiple of the first one's leaves. */
export function subtreesOf({ start, end }: Range): Subtree[] {
  const found: Subtree[] = []
  for (let at = start; at < end; ) {
    const level = bits(end - at) - 1
    found.push({ level, index: at >> BigInt(level) })
    at += 1n << BigInt(level)
  }
  return found
}

/** The tree hash of a range of at least one leaf, from the hashes of its subtrees, from the left. */
export const joined = (hashes: Buffer[]): Buffer => hashes.reduceRight((right, left) => nodeHash(left, right))

const bits = (n: bigint) => n.toString(2).length

/** The largest power of two smaller than n, for n > 1. */
const split = (n: bigint) => 1n << BigInt(bits(n - 1n) - 1)
