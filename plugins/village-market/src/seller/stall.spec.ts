import { stallState } from "./stall"

const now = new Date("2026-11-24T10:00:00Z")
const later = new Date("2026-11-24T10:05:00Z")
const sale = { cancelled_at: null, expires_at: later }
const pending = { state: "pending", completion: "none" } as const

describe("how a stall sale stands", () => {
  it("is open for its quarter of an hour, then over, unless it was taken back", () => {
    expect(stallState(sale, pending, now)).toBe("open")
    expect(stallState({ ...sale, expires_at: now }, pending, later)).toBe("over")
    expect(stallState({ ...sale, cancelled_at: now }, pending, now)).toBe("cancelled")
  })

  it("is what has become of its money, however late it came and whatever was pressed", () => {
    const old = { cancelled_at: now, expires_at: now }
    expect(stallState(sale, { state: "captured", completion: "open" }, now)).toBe("arrived")
    expect(stallState(old, { state: "captured", completion: "completed" }, later)).toBe("sold")
    expect(stallState(old, { state: "captured", completion: "refund_due" }, later)).toBe("returned")
  })
})
