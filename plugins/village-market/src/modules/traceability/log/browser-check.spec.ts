import { canonical, checkRecord, isConsistent, openCheckpoint } from "../../../../assets/log-proof.js"
import { checkpointText } from "./checkpoint"
import { canonical as serverCanonical } from "./jcs"
import { entryOf, leafHash, treeHash } from "./merkle"
import { consistencyPath, inclusionPath, joined, type Range, subtreesOf } from "./proof-path"
import { signingKey, signNote, vkeyOf } from "./signed-note"
import { tlogProofText } from "./tlog-proof"

const key = signingKey("cho.example/trace-log", Buffer.alloc(32, 3))
const vkey = vkeyOf(key)
const salt = Buffer.alloc(32, 9)
const record = { step: "firing", place: "Bồ Bát", n: 3, parts: [{ b: 1, a: null }] }
const entry = entryOf(salt, record)
const leaves = Array.from({ length: 21 }, (_, n) => (n === 13 ? leafHash(entry) : leafHash(Buffer.alloc(32, n))))
const hashOf = (range: Range) =>
  joined(
    subtreesOf(range).map(({ level, index }) => {
      const start = Number(index << BigInt(level))
      return treeHash(leaves.slice(start, start + 2 ** level))
    }),
  )
const checkpoint = signNote(checkpointText({ origin: key.name, size: 21n, root: treeHash(leaves) }), key)
const tlog_proof = tlogProofText({ index: 13n, hashes: inclusionPath(13n, 21n).map(hashOf), checkpoint })
const proved = { index: 13, record, salt: salt.toString("hex"), entry: entry.toString("hex"), tlog_proof }
const outcome = async (change: object, by = vkey) => (await checkRecord({ ...proved, ...change }, by)).outcome

describe("the check in the buyer's browser", () => {
  it("finds a record as it was logged, and an erased one in its line", async () => {
    expect(await outcome({})).toBe("intact")
    expect(await outcome({ record: undefined, salt: undefined })).toBe("erased")
  })

  it.each([
    ["another letter", { record: { ...record, place: "Bồ Bat" } }],
    ["another salt", { salt: "00".repeat(32) }],
    ["another line", { index: 12 }],
    ["another entry of an erased record", { record: undefined, salt: undefined, entry: "00".repeat(32) }],
    ["a proof of another line", { tlog_proof: tlog_proof.replace("index 13", "index 12") }],
    ["a checkpoint of another size", { tlog_proof: tlog_proof.replace("\n21\n", "\n22\n") }],
  ])("refuses %s", async (_, change) => expect(await outcome(change)).toBe("mismatch"))

  it("refuses the signature of another key", async () => {
    expect(await outcome({}, vkeyOf(signingKey(key.name, Buffer.alloc(32, 8))))).toBe("mismatch")
    expect(await openCheckpoint(checkpoint, vkey)).toMatchObject({ origin: key.name, size: 21n })
  })

  it("notices a log that does not continue what was seen", async () => {
    const now = { size: 21n, root: treeHash(leaves) }
    const seen = { size: 8n, root: treeHash(leaves.slice(0, 8)) }
    const proof = consistencyPath(8n, 21n).map(hashOf)
    expect(await isConsistent(seen, now, proof)).toBe(true)
    expect(await isConsistent({ ...seen, root: treeHash(leaves.slice(1, 9)) }, now, proof)).toBe(false)
  })

  it("writes JSON as the server does", () => expect(canonical(record)).toBe(serverCanonical(record)))
})
