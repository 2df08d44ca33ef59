import { createHash } from "node:crypto"
import fc from "fast-check"
import { leafHash, treeHash } from "./merkle"
import { consistencyPath, inclusionPath, joined, type Range, subtreesOf } from "./proof-path"
import { isConsistent, isIncluded } from "./verify-proof"

const MOST = 200
const leaves = Array.from({ length: MOST }, (_, n) => leafHash(createHash("sha256").update(`entry ${n}`).digest()))
const roots = leaves.map((_, n) => treeHash(leaves.slice(0, n)))
roots.push(treeHash(leaves))
const root = (size: number) => roots[size] ?? Buffer.alloc(0)
const leaf = (index: number) => leaves[index] ?? Buffer.alloc(0)

const known = new Map<string, Buffer>()
/** Hashes of subtrees are joined as they are when read from tiles. */
const hashOf = (range: Range) =>
  joined(
    subtreesOf(range).map(({ level, index }) => {
      const key = `${level}/${index}`
      const start = Number(index << BigInt(level))
      const hash = known.get(key) ?? treeHash(leaves.slice(start, start + 2 ** level))
      known.set(key, hash)
      return hash
    }),
  )

describe("proofs of every tree of up to 200 leaves", () => {
  it("lead from each leaf to the root, and from no other leaf", () => {
    for (let size = 1; size <= MOST; size++) {
      expect(hashOf({ start: 0n, end: BigInt(size) })).toEqual(root(size))
      for (let index = 0; index < size; index++) {
        const proof = inclusionPath(BigInt(index), BigInt(size)).map(hashOf)
        const leads = (from: Buffer) => isIncluded(BigInt(index), BigInt(size), from, proof, root(size))
        if (!leads(leaf(index)) || leads(leaf((index + 1) % MOST))) throw new Error(`line ${index} of ${size}`)
        if (proof.length > Math.ceil(Math.log2(size))) throw new Error(`${proof.length} hashes for ${size} lines`)
      }
    }
  })

  it("lead from each tree to each that continues it, and to no other", () => {
    for (let size2 = 1; size2 <= MOST; size2++) {
      for (let size1 = 1; size1 <= size2; size1++) {
        const proof = consistencyPath(BigInt(size1), BigInt(size2)).map(hashOf)
        const trees = { size1: BigInt(size1), root1: root(size1), size2: BigInt(size2), root2: root(size2) }
        const other = { ...trees, root1: root(size1 === 1 ? 2 : size1 - 1) }
        if (!isConsistent(trees, proof) || isConsistent(other, proof)) throw new Error(`${size1} to ${size2}`)
      }
    }
  })

  it("break at every flipped bit", () => {
    const size = fc.integer({ min: 2, max: MOST })
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), (n, i, bit) => {
        const index = BigInt(i % n)
        const proof = inclusionPath(index, BigInt(n))
          .map(hashOf)
          .map((hash) => Buffer.from(hash))
        const hash = proof[bit % proof.length]
        const at = (bit >> 3) % 32
        if (hash) hash[at] = (hash[at] ?? 0) ^ (1 << (bit % 8))
        expect(isIncluded(index, BigInt(n), leaf(Number(index)), proof, root(n))).toBe(false)
      }),
    )
  })
})

describe("what has no proof", () => {
  it("is a line beyond the log, or the way from an empty or a larger tree", () => {
    expect(() => inclusionPath(5n, 5n)).toThrow(RangeError)
    expect(() => consistencyPath(0n, 5n)).toThrow(RangeError)
    expect(() => consistencyPath(6n, 5n)).toThrow(RangeError)
    expect(isConsistent({ size1: 0n, root1: root(0), size2: 5n, root2: root(5) }, [])).toBe(false)
  })

  it("and a proof of sizes beyond 2^53 is counted in whole numbers", () => {
    const path = inclusionPath(2n ** 60n, 2n ** 61n + 1n)
    expect(path).toHaveLength(62)
    expect(path.at(-1)).toEqual({ start: 2n ** 61n, end: 2n ** 61n + 1n })
  })
})
