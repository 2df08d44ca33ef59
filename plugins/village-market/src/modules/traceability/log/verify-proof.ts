import { nodeHash } from "./merkle"

/**
 * RFC 9162 §2.1.3.2: whether `proof` leads from the leaf hash of line `index` to the root of the tree of `size` leaves.
 */
export function isIncluded(index: bigint, size: bigint, leaf: Uint8Array, proof: Uint8Array[], root: Uint8Array) {
  if (index < 0n || index >= size || leaf.length !== 32) return false
  let [fn, sn] = [index, size - 1n]
  let hash = leaf
  for (const sibling of proof) {
    if (sn === 0n) return false
    if (fn & 1n || fn === sn) {
      hash = nodeHash(sibling, hash)
      while (!(fn & 1n) && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n]
    } else hash = nodeHash(hash, sibling)
    ;[fn, sn] = [fn >> 1n, sn >> 1n]
  }
  return sn === 0n && same(hash, root)
}

/** Two trees: their sizes in leaves and their roots. */
export type Trees = { size1: bigint; root1: Uint8Array; size2: bigint; root2: Uint8Array }

/**
 * RFC 9162 §2.1.4.2: whether the tree of `size2` leaves begins with the tree of `size1` leaves. Nothing can be told of
 * an empty tree, so `size1` = 0 is refused.
 */
export function isConsistent({ size1, root1, size2, root2 }: Trees, proof: Uint8Array[]) {
  if (size1 <= 0n || size1 > size2) return false
  if (size1 === size2) return proof.length === 0 && same(root1, root2)
  const isPowerOfTwo = (size1 & (size1 - 1n)) === 0n
  const [first, ...rest] = isPowerOfTwo ? [root1, ...proof] : proof
  if (!first || proof.length === 0) return false
  let [fn, sn] = [size1 - 1n, size2 - 1n]
  while (fn & 1n) [fn, sn] = [fn >> 1n, sn >> 1n]
  let [old, now] = [first, first]
  for (const sibling of rest) {
    if (sn === 0n) return false
    if (fn & 1n || fn === sn) {
      old = nodeHash(sibling, old)
      now = nodeHash(sibling, now)
      while (!(fn & 1n) && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n]
    } else now = nodeHash(now, sibling)
    ;[fn, sn] = [fn >> 1n, sn >> 1n]
  }
  return sn === 0n && same(old, root1) && same(now, root2)
}

const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0
