import { ADDRESS_LIMITS, PHONE_LIMITS, secondsToWait } from "./code-limits"

describe("the limits on codes", () => {
  it("lets the first code pass", () => {
    expect(secondsToWait([], PHONE_LIMITS)).toBe(0)
  })

  it("asks a phone to wait out its minute, rounded up", () => {
    expect(secondsToWait([0], PHONE_LIMITS)).toBe(60)
    expect(secondsToWait([17.4], PHONE_LIMITS)).toBe(43)
    expect(secondsToWait([60], PHONE_LIMITS)).toBe(0)
  })

  it("allows five an hour and ten a day, and tells the longest wait", () => {
    expect(secondsToWait([100, 200, 300, 400], PHONE_LIMITS)).toBe(0)
    expect(secondsToWait([100, 200, 300, 400, 500], PHONE_LIMITS)).toBe(3100)
    const day = Array.from({ length: 10 }, (_, index) => 4000 * (index + 1))
    expect(secondsToWait(day, PHONE_LIMITS)).toBe(24 * 3600 - 40_000)
  })

  it("lets 300 codes in ten minutes pass for one address", () => {
    expect(secondsToWait(Array(299).fill(1), ADDRESS_LIMITS)).toBe(0)
    expect(secondsToWait(Array(300).fill(1), ADDRESS_LIMITS)).toBe(599)
  })
})
