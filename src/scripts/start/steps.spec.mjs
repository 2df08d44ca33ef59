import { createSteps, seconds } from "./steps.mjs"

describe("the steps shown", () => {
  it("are numbered, timed and remarked on", async () => {
    let shown = ""
    const step = createSteps(2, { write: (text) => (shown += text) })
    expect(await step("First", async () => 1)).toBe(1)
    await step("Second", async (note) => note("nothing to do"))
    expect(shown).toMatch(/^\[1\/2] First … 0\.\d s\n\[2\/2] Second … nothing to do, 0\.\d s\n$/)
  })

  it("say where a start stopped", async () => {
    let shown = ""
    const step = createSteps(1, { write: (text) => (shown += text) })
    await expect(step("First", () => Promise.reject(new Error("no")))).rejects.toThrow("no")
    expect(shown).toContain("[1/1] First … stopped after")
  })

  it("give tenths only while they matter", () => {
    expect(seconds(6349)).toBe("6.3 s")
    expect(seconds(65_500)).toBe("66 s")
  })
})
