import { dateInVietnam, eventTime, isAhead, isDate, isPast, notAhead } from "./lot-time"

describe("times of a lot", () => {
  it("turn a bare date into midnight in Vietnam, and say that only the day is known", () => {
    expect(eventTime("2026-03-02")).toEqual({ time: "2026-03-02T00:00:00+07:00", precision: "day" })
  })

  it("put an instant on Vietnam's clock without moving it", () => {
    const { time, precision } = eventTime("2026-03-01T23:30:00Z")
    expect(time).toBe("2026-03-02T06:30:00.000+07:00")
    expect(new Date(time)).toEqual(new Date("2026-03-01T23:30:00Z"))
    expect(precision).toBe("instant")
  })

  it("know the Vietnamese date just after its midnight", () => {
    expect(dateInVietnam(new Date("2026-03-01T16:59:59Z"))).toBe("2026-03-01")
    expect(dateInVietnam(new Date("2026-03-01T17:00:00Z"))).toBe("2026-03-02")
  })

  it.each(["2026-02-30", "2026-13-01", "26-1-1", "", "2026-01-01T00:00:00Z"])("take no %p for a date", (text) => {
    expect(isDate(text)).toBe(false)
  })

  it("take a clock that is a minute ahead for now, and tell one that is further ahead", () => {
    const now = new Date("2026-11-24T01:00:00.000Z")
    expect(notAhead("2026-11-24T01:01:00.000Z", now)).toBe("2026-11-24T01:00:00.000Z")
    expect(notAhead("2026-11-24T02:00:00.000Z", now)).toBe("2026-11-24T02:00:00.000Z")
    expect(notAhead("yesterday", now)).toBe("yesterday")
    const ahead = ["2026-11-24T01:01:00.000Z", "2026-11-24T02:00:00.000Z", "2026-11-25", "x"].map((time) =>
      isAhead(time, now),
    )
    expect(ahead).toEqual([false, true, false, false])
  })

  it("accept today and refuse tomorrow, the Middle Ages and a time without its zone", () => {
    expect(isPast(dateInVietnam())).toBe(true)
    expect(isPast(dateInVietnam(new Date(Date.now() + 86_400_000)))).toBe(false)
    expect(isPast(new Date(Date.now() + 60_000).toISOString())).toBe(false)
    expect(isPast("1426-01-01")).toBe(false)
    expect(isPast("2026-01-01T10:00:00")).toBe(false)
    expect(isPast("2026-02-30")).toBe(false)
  })
})
