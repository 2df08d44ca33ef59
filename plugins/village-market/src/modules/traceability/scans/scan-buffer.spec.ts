import { setTimeout as pause } from "node:timers/promises"
import { ScanBuffer } from "./scan-buffer"

const scan = (serial = "", lot_id = "lot_1") => ({ lot_id, serial, day: "2026-11-24" })

describe("the buffer of scans", () => {
  it("writes many looks as few counts, and each once", async () => {
    const written: unknown[] = []
    const buffer = new ScanBuffer(async (counts) => void written.push(...counts), fail)
    for (let n = 0; n < 50; n++) buffer.add(scan())
    buffer.add(scan("S1"))
    await buffer.flush()
    await buffer.flush()
    expect(written).toEqual([
      { ...scan(), count: 50 },
      { ...scan("S1"), count: 1 },
    ])
  })

  it("writes by itself after a while", async () => {
    const written: unknown[] = []
    const buffer = new ScanBuffer(async (counts) => void written.push(...counts), fail, 10)
    buffer.add(scan())
    for (let tries = 0; written.length === 0 && tries < 100; tries++) await pause(10)
    expect(written).toHaveLength(1)
  })

  it("keeps what comes in while it writes, and reports what could not be written", async () => {
    let broken = true
    const written: unknown[] = []
    const failures: unknown[] = []
    const buffer = new ScanBuffer(
      async (counts) => {
        if (broken) throw new Error("no database")
        written.push(...counts)
      },
      (error) => void failures.push(error),
    )
    buffer.add(scan())
    const first = buffer.flush()
    buffer.add(scan("S2"))
    await first
    broken = false
    await buffer.flush()
    expect(failures).toHaveLength(1)
    expect(written).toEqual([{ ...scan("S2"), count: 1 }])
  })

  it("stays small under a flood of serials", async () => {
    const written: unknown[] = []
    const buffer = new ScanBuffer(async (counts) => void written.push(...counts), fail)
    for (let n = 0; n < 12_000; n++) buffer.add(scan(`S${n}`))
    await buffer.flush()
    expect(written).toHaveLength(10_000)
  })
})

const fail = (error: unknown) => {
  throw error
}
