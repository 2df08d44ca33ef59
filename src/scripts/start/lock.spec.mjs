import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { tryLock } from "./lock.mjs"
import { identify, isStale } from "./processes.mjs"

describe("the lock of a start", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lock-"))
  const file = path.join(folder, "start.lock")
  afterAll(() => fs.rmSync(folder, { recursive: true }))

  it("is held by one, who is named to the others", () => {
    const lock = tryLock(file)
    expect(tryLock(file)).toEqual({ heldBy: process.pid })
    if ("release" in lock) lock.release()
    expect(fs.readdirSync(folder)).toEqual([])
  })

  it("is taken over from a process that is gone, or from a file cut short", () => {
    for (const left of [JSON.stringify({ pid: process.pid, started: "another time" }), "{"]) {
      fs.writeFileSync(file, left)
      const lock = tryLock(file)
      if (!("release" in lock)) throw new Error("not taken over")
      lock.release()
    }
  })

  it("knows a process from a later one of the same number", () => {
    const holder = { pid: 7, started: "100" }
    expect(isStale(undefined)).toBe(true)
    expect(isStale(holder, { isAlive: () => false, startedAt: () => "100" })).toBe(true)
    expect(isStale(holder, { isAlive: () => true, startedAt: () => "200" })).toBe(true)
    expect(isStale(holder, { isAlive: () => true, startedAt: () => "100" })).toBe(false)
    expect(isStale(identify(process.pid))).toBe(false)
  })
})
