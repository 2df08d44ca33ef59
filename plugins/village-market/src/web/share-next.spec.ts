import { shareNext } from "./share-next"

const tick = () => new Promise((resolve) => setTimeout(resolve, 5))

describe("a shared read", () => {
  it("never answers with what was read before the question", async () => {
    let value = 1
    let reads = 0
    const ask = shareNext(async () => {
      reads++
      const seen = value
      await tick()
      return seen
    })
    const first = ask()
    value = 2
    const later = [ask(), ask(), ask()]
    expect(await first).toBe(1)
    expect(await Promise.all(later)).toEqual([2, 2, 2])
    expect(reads).toBe(2)
    value = 3
    expect(await ask()).toBe(3)
  })

  it("goes on after a failure", async () => {
    let failing = true
    const ask = shareNext(async () => {
      await tick()
      if (failing) throw new Error("away")
      return "back"
    })
    const first = ask()
    const second = ask()
    await expect(first).rejects.toThrow("away")
    failing = false
    expect(await second).toBe("back")
  })
})
