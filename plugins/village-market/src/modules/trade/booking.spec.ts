import { bookingOf } from "./booking"

describe("the day an event is booked on", () => {
  it("is Vietnam's day, whatever the server's clock", () => {
    expect(bookingOf(new Date("2026-11-30T16:59:59.999Z"))).toEqual({ day: "2026-11-30", month: "2026-11" })
    expect(bookingOf(new Date("2026-11-30T17:00:00.000Z"))).toEqual({ day: "2026-12-01", month: "2026-12" })
  })
})
