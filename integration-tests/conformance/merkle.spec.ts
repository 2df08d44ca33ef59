import { readdirSync } from "node:fs"
import { relative } from "node:path"
import { leafHash, nodeHash, treeHash } from "../../plugins/village-market/src/modules/traceability/log/merkle"
import {
  openNote,
  parseNote,
  parseVkey,
  signingKey,
  signNote,
  vkeyOf,
} from "../../plugins/village-market/src/modules/traceability/log/signed-note"
import { isConsistent, isIncluded } from "../../plugins/village-market/src/modules/traceability/log/verify-proof"
import { describeWithReference, reference, referencePath } from "../harness/reference"

type Probe = { desc: string; wantErr: boolean; proof: string[] | null }
type InclusionProbe = Probe & { leafIdx: number; treeSize: number; root: string; leafHash: string }
type ConsistencyProbe = Probe & { size1: number; size2: number; root1: string; root2: string }

const bytes = (base64: string) => Buffer.from(base64, "base64")
const hashes = ({ proof }: Probe) => (proof ?? []).map(bytes)

/** Sizes go up to 2^64-1: as numbers of JSON they would be rounded. */
const SIZES = /"(leafIdx|treeSize|size1|size2)":\s*(-?\d+)/g

function probes<T>(folder: string): [string, T][] {
  const root = referencePath("merkle", "rfc6962", folder)
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => relative(root, `${file.parentPath}/${file.name}`))
    .map((name) => [name, JSON.parse(reference("merkle", "rfc6962", folder, name).replace(SIZES, '"$1":"$2"'))])
}

describeWithReference("inclusion proofs against the vectors of RFC 6962", () => {
  it("accepts and refuses as each of the 98 says", () => {
    const found = probes<InclusionProbe>("inclusion")
    expect(found).toHaveLength(98)
    for (const [name, probe] of found) {
      const leaf = bytes(probe.leafHash)
      const included = isIncluded(BigInt(probe.leafIdx), BigInt(probe.treeSize), leaf, hashes(probe), bytes(probe.root))
      expect([name, included]).toEqual([name, !probe.wantErr])
    }
  })
})

describeWithReference("consistency proofs against the vectors of RFC 6962", () => {
  it("accepts and refuses as each of the 98 says", () => {
    const found = probes<ConsistencyProbe>("consistency")
    expect(found).toHaveLength(98)
    for (const [name, probe] of found) {
      const trees = {
        ...{ size1: BigInt(probe.size1), root1: bytes(probe.root1) },
        ...{ size2: BigInt(probe.size2), root2: bytes(probe.root2) },
      }
      expect([name, isConsistent(trees, hashes(probe))]).toEqual([name, !probe.wantErr])
    }
  })
})

describeWithReference("hashes and roots against those of RFC 6962's trees", () => {
  const { leafInputsHex, rootsBySize, hasher } = process.env.REFERENCE_DIR
    ? JSON.parse(reference("merkle", "roots.json"))
    : { leafInputsHex: [], rootsBySize: [], hasher: {} }

  it("has the root of each of the 9 sizes", () => {
    const leaves = leafInputsHex.map((hex: string) => leafHash(Buffer.from(hex, "hex")))
    expect(rootsBySize).toHaveLength(9)
    rootsBySize.forEach((root: string, size: number) => {
      expect(treeHash(leaves.slice(0, size)).toString("hex")).toBe(root)
    })
  })

  it("hashes a leaf and a node as its hasher does", () => {
    expect(treeHash([]).toString("hex")).toBe(hasher.emptyRoot)
    expect(leafHash(Buffer.alloc(0)).toString("hex")).toBe(hasher.emptyLeaf)
    expect(leafHash(Buffer.from("L123456")).toString("hex")).toBe(hasher.leaf_L123456)
    expect(nodeHash(Buffer.from("N123"), Buffer.from("N456")).toString("hex")).toBe(hasher.node_N123_N456)
  })
})

describeWithReference("signed notes against those of C2SP and Go", () => {
  type Vector = { name: string; vkey: string; skey?: string; text?: string; note: string }
  const read = (): { vectors: Vector[]; badVkeys: string[] } => JSON.parse(reference("merkle", "signed-note.json"))

  it("opens each note with its key, and not once a byte of it was changed", () => {
    for (const { vkey, note, text } of read().vectors) {
      const key = parseVkey(vkey)
      if (!key) throw new Error(`${vkey} was not read`)
      expect(vkeyOf(key)).toBe(vkey)
      expect(openNote(note, key)).toBe(text ?? parseNote(note)?.text)
      expect(openNote(`!${note}`, key)).toBeUndefined()
      const last = note.length - 6
      const other = note[last] === "A" ? "B" : "A"
      expect(openNote(note.slice(0, last) + other + note.slice(last + 1), key)).toBeUndefined()
    }
  })

  it("signs byte for byte the same note with the same secret", () => {
    const signed = read().vectors.filter(({ skey }) => skey)
    expect(signed.length).toBeGreaterThan(0)
    for (const { skey = "", text = "", name: _, ...vector } of signed) {
      const [, , name = "", , ...secret] = skey.split("+")
      const key = signingKey(name, bytes(secret.join("+")).subarray(1))
      expect(vkeyOf(key)).toBe(vector.vkey)
      expect(signNote(text, key)).toBe(vector.note)
    }
  })

  it("reads none of the spoilt keys", () => {
    const { badVkeys } = read()
    expect(badVkeys.length).toBeGreaterThanOrEqual(2)
    for (const vkey of badVkeys) expect([vkey, parseVkey(vkey)]).toEqual([vkey, undefined])
  })
})
