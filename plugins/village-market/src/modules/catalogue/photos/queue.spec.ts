import { BoundedQueue } from "./queue"

const tick = () => new Promise((resolve) => setTimeout(resolve, 5))

describe("BoundedQueue", () => {
  it("runs two at a time, in order of arrival", async () => {
    const queue = new BoundedQueue({ running: 2, waiting: 10 })
    const order: number[] = []
    let active = 0
    let most = 0
    await Promise.all(
      [0, 1, 2, 3, 4, 5, 6].map((n) =>
        queue.run(async () => {
          order.push(n)
          most = Math.max(most, ++active)
          await tick()
          active--
        }),
      ),
    )
    expect(most).toBe(2)
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6])
  })

  it("turns away what would wait too long, without running it", async () => {
    const queue = new BoundedQueue({ running: 1, waiting: 1 })
    const ran: number[] = []
    const job = (n: number) =>
      queue.run(async () => {
        ran.push(n)
        await tick()
        return n
      })
    expect(await Promise.all([job(1), job(2), job(3)])).toEqual([1, 2, undefined])
    expect(ran).toEqual([1, 2])
  })

  it("gives the place back after a failure", async () => {
    const queue = new BoundedQueue({ running: 1, waiting: 0 })
    await expect(queue.run(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken")
    expect(await queue.run(async () => "next")).toBe("next")
  })
})
