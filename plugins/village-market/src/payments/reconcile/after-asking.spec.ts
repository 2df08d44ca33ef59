import { describe, expect, it } from "@jest/globals"
import { afterAsking, pauseAfter } from "./after-asking"

const limits = { askAfterSeconds: 900, graceSeconds: 1800, silentSeconds: 4 * 3600 }

describe("what follows when a gateway was asked about an attempt", () => {
  it("paid or failed is the end, however late", () => {
    expect(afterAsking("final", { sinceExpiry: 1e6, asks: 99 }, limits)).toEqual({})
  })

  it("“nothing known” ends an attempt only when it has long been unpayable", () => {
    expect(afterAsking("nothing", { sinceExpiry: -1, asks: 1 }, limits)).toEqual({ again: 60 })
    expect(afterAsking("nothing", { sinceExpiry: 1799, asks: 2 }, limits)).toEqual({ again: 120 })
    expect(afterAsking("nothing", { sinceExpiry: 1800, asks: 3 }, limits)).toEqual({ end: "never_paid" })
  })

  it("silence never ends an attempt: it becomes a task and is asked again", () => {
    expect(afterAsking("silent", { sinceExpiry: 4 * 3600 - 1, asks: 1 }, limits)).toEqual({ again: 60 })
    expect(afterAsking("silent", { sinceExpiry: 4 * 3600, asks: 9 }, limits)).toEqual({
      task: "gateway_silent",
      again: 15_360,
    })
    expect(afterAsking("pending", { sinceExpiry: 1e6, asks: 50 }, limits)).toEqual({
      task: "gateway_silent",
      again: 21_600,
    })
  })

  it("another amount is a person's to decide", () => {
    expect(afterAsking("other_amount", { sinceExpiry: -500, asks: 1 }, limits)).toEqual({
      task: "gateway_amount",
      again: 21_600,
    })
  })

  it("pauses grow from a minute to six hours and stay there", () => {
    expect([0, 1, 2, 3, 9, 10, 11, 500].map(pauseAfter)).toEqual([60, 60, 120, 240, 15_360, 21_600, 21_600, 21_600])
  })
})
