import { createHash } from "node:crypto"
import { entryOf, isIntact, leafHash, treeHash } from "./merkle"

const hex = (text: string) => Buffer.from(text, "hex")
const salt = hex("11".repeat(32))
const record = { step: "firing", place: "Bồ Bát", n: 3 }
const logged = () => {
  const entry = entryOf(salt, record)
  return { record, salt: salt.toString("hex"), entry: entry.toString("hex"), leaf: leafHash(entry).toString("hex") }
}

describe("the entry of a record", () => {
  it("is the hash of the salt and the canonical record", () => {
    const text = '{"n":3,"place":"Bồ Bát","step":"firing"}'
    expect(entryOf(salt, record)).toEqual(createHash("sha256").update(salt).update(text, "utf8").digest())
  })

  it("is another under another salt, so that a guessed record cannot be tried out", () => {
    expect(entryOf(hex("22".repeat(32)), record)).not.toEqual(entryOf(salt, record))
  })
})

describe("leaf and tree (RFC 6962)", () => {
  it("marks leaves with 0x00: the hash of the empty leaf is known", () => {
    expect(leafHash(hex("")).toString("hex")).toBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
  })

  it("hashes an empty tree as nothing and splits at the largest power of two", () => {
    const [a, b, c] = [leafHash(hex("00")), leafHash(hex("01")), leafHash(hex("02"))]
    const node = (x: Buffer, y: Buffer) =>
      createHash("sha256")
        .update(Buffer.concat([hex("01"), x, y]))
        .digest()
    expect(treeHash([]).toString("hex")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    expect(treeHash([a, b, c])).toEqual(node(node(a, b), c))
  })
})

describe("a logged record", () => {
  it("is intact as written, in whatever order its members come back", () => {
    expect(isIntact(logged())).toBe(true)
    expect(isIntact({ ...logged(), record: { n: 3, place: "Bồ Bát", step: "firing" } })).toBe(true)
  })

  it.each([
    { record: { ...record, place: "Bồ Bat" } },
    { salt: `${"11".repeat(31)}10` },
    { entry: "00".repeat(32) },
    { leaf: "00".repeat(32) },
  ])("is not with %j", (change) => {
    expect(isIntact({ ...logged(), ...change })).toBe(false)
  })

  it("cannot be told once its salt is erased", () => {
    expect(isIntact({ ...logged(), salt: null })).toBeUndefined()
  })
})
