import { createHash } from "node:crypto"
import { canonical, type Json } from "./jcs"

const sha256 = (...parts: Uint8Array[]) => {
  const hash = createHash("sha256")
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** What the log holds of a record: SHA-256(salt ‖ JCS of the record). The salt is 32 bytes. */
export const entryOf = (salt: Uint8Array, record: Json) => sha256(salt, Buffer.from(canonical(record), "utf8"))

/** RFC 6962 §2.1: SHA-256(0x00 ‖ entry). */
export const leafHash = (entry: Uint8Array) => sha256(LEAF, entry)

/** RFC 6962 §2.1: SHA-256(0x01 ‖ left ‖ right). */
export const nodeHash = (left: Uint8Array, right: Uint8Array) => sha256(NODE, left, right)

/** RFC 6962 §2.1: the Merkle tree hash over leaf hashes; over none it is SHA-256 of nothing. */
export function treeHash(leaves: Uint8Array[]): Buffer {
  const [only] = leaves
  if (leaves.length === 0) return sha256()
  if (leaves.length === 1 && only) return Buffer.from(only)
  // The largest power of two smaller than the number of leaves.
  const split = 2 ** (Math.ceil(Math.log2(leaves.length)) - 1)
  return nodeHash(treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split)))
}

export type Logged = { record: Json; salt: string | null; entry: string; leaf: string }

/**
 * Whether a record is still the one that was logged. Hashes and salt are hexadecimal. Undefined when the salt was
 * erased: then nobody can tell any more.
 */
export function isIntact({ record, salt, entry, leaf }: Logged): boolean | undefined {
  if (salt === null) return undefined
  const expected = entryOf(Buffer.from(salt, "hex"), record)
  return expected.toString("hex") === entry && leafHash(expected).toString("hex") === leaf
}
