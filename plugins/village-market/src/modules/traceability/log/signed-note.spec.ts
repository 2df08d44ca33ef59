import { checkpointText, parseCheckpoint } from "./checkpoint"
import { cosign, findCosignature } from "./cosignature"
import { COSIGNATURE_V1, openNote, parseNote, parseVkey, signingKey, signNote, vkeyOf } from "./signed-note"
import { parseTlogProof, tlogProofText } from "./tlog-proof"

const key = signingKey("cho.example/trace-log", Buffer.alloc(32, 7))
const witness = signingKey("witness.example/w1", Buffer.alloc(32, 9), COSIGNATURE_V1)
const root = Buffer.alloc(32, 5)
const text = checkpointText({ origin: key.name, size: 70_000n, root })
const note = signNote(text, key)

describe("a checkpoint", () => {
  it("is origin, size and root, signed", () => {
    expect(text).toBe(`cho.example/trace-log\n70000\n${root.toString("base64")}\n`)
    expect(openNote(note, key)).toBe(text)
    expect(parseCheckpoint(text)).toEqual({ origin: key.name, size: 70_000n, root })
  })

  it.each([
    ["another size", note.replace("70000", "70001")],
    ["no signature", text],
    ["a signature of somebody else", signNote(text, signingKey(key.name, Buffer.alloc(32, 8)))],
    ["a control character", note.replace("cho", "c\u0007ho")],
    ["no last newline", note.slice(0, -1)],
  ])("with %s is not opened", (_, spoilt) => expect(openNote(spoilt, key)).toBeUndefined())

  it.each(["", "a\n01\n", `a\n-1\n${root.toString("base64")}\n`, `a\n1\n${root.toString("base64")}`, "a\n1\nAAAA\n"])(
    "is not %j",
    (other) => expect(parseCheckpoint(other)).toBeUndefined(),
  )

  it("has a key that is read from what it was written as, and no spoilt one", () => {
    expect(parseVkey(vkeyOf(key))).toMatchObject({ name: key.name, type: 1 })
    expect(parseVkey(vkeyOf(witness))).toMatchObject({ name: witness.name, type: 4 })
    expect(parseVkey(vkeyOf(key).replace("cho", "chu"))).toBeUndefined()
    expect(() => signingKey("two words", Buffer.alloc(32))).toThrow(TypeError)
  })
})

describe("a cosignature", () => {
  const line = cosign(text, witness, 1_795_000_000n)

  it("stands under the note beside the log's own signature, and says when", () => {
    expect(openNote(note + line, key)).toBe(text)
    expect(findCosignature(note + line, witness)).toEqual({ line, time: new Date(1_795_000_000_000) })
    expect(parseNote(note + line)?.signatures).toHaveLength(2)
  })

  it("is of this witness, this time and this text only", () => {
    const stranger = signingKey(witness.name, Buffer.alloc(32, 1), COSIGNATURE_V1)
    expect(findCosignature(note + line, stranger)).toBeUndefined()
    expect(findCosignature(note, witness)).toBeUndefined()
    expect(findCosignature(note.replace("70000", "70001") + line, witness)).toBeUndefined()
    const bytes = Buffer.from(line.split(" ")[2] ?? "", "base64")
    bytes[11] = (bytes[11] ?? 0) ^ 1
    expect(findCosignature(`${note}— ${witness.name} ${bytes.toString("base64")}\n`, witness)).toBeUndefined()
  })
})

describe("a .tlog-proof", () => {
  const hashes = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  const proof = tlogProofText({ index: 73894n, hashes, checkpoint: note })

  it("is read as it was written, with extra data or without, of no hash or many", () => {
    expect(parseTlogProof(proof)).toEqual({ index: 73894n, hashes, checkpoint: note })
    expect(parseTlogProof(proof.replace("\n", "\nextra AAAA\n"))).toEqual({ index: 73894n, hashes, checkpoint: note })
    const alone = tlogProofText({ index: 0n, hashes: [], checkpoint: note })
    expect(parseTlogProof(alone)).toEqual({ index: 0n, hashes: [], checkpoint: note })
  })

  it.each([proof.replace("@v1", "@v2"), proof.replace("73894", "073894"), proof.replace("AQEB", "A!EB"), ""])(
    "is not read otherwise (%#)",
    (spoilt) => expect(parseTlogProof(spoilt)).toBeUndefined(),
  )
})
