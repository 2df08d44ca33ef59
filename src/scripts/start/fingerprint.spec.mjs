import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { combine, filesBelow, fingerprint } from "./fingerprint.mjs"

describe("the fingerprint of sources", () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "fingerprint-"))
  afterAll(() => fs.rmSync(root, { recursive: true }))

  it("depends on names and contents alone", () => {
    fs.mkdirSync(path.join(root, "src/deep"), { recursive: true })
    fs.writeFileSync(path.join(root, "src/deep/a.ts"), "a")
    fs.writeFileSync(path.join(root, "src/b.spec.ts"), "b")
    const before = fingerprint(root, ["src", "missing.json"])
    fs.utimesSync(path.join(root, "src/deep/a.ts"), 1, 1)
    expect(fingerprint(root, ["src", "missing.json"])).toBe(before)
    fs.writeFileSync(path.join(root, "src/deep/a.ts"), "changed")
    expect(fingerprint(root, ["src", "missing.json"])).not.toBe(before)
    fs.writeFileSync(path.join(root, "src/deep/a.ts"), "a")
    fs.renameSync(path.join(root, "src/deep/a.ts"), path.join(root, "src/deep/c.ts"))
    expect(fingerprint(root, ["src", "missing.json"])).not.toBe(before)
  })

  it("leaves out what is not built", () => {
    const built = (/** @type {string} */ file) => !file.endsWith(".spec.ts")
    expect(filesBelow(root, ["src"], built)).toEqual(["src/deep/c.ts"])
  })

  it("tells parts from one another", () => {
    expect(combine("ab", "c")).not.toBe(combine("a", "bc"))
  })
})
