import { type FoundPart, hoursLate, OfficeOrderSearch, officePart } from "./find-orders"

const now = Date.parse("2026-11-25T10:00:00Z")
const placed = (answer_by: string) => ({ status: "placed" as const, answer_by: new Date(answer_by) })

describe("a producer's answer", () => {
  it("is late by whole hours from its time on, and never once given", () => {
    expect(hoursLate(placed("2026-11-25T07:30:00Z"), now)).toBe(2)
    expect(hoursLate(placed("2026-11-25T10:00:00Z"), now)).toBeUndefined()
    expect(hoursLate({ ...placed("2026-11-20T07:30:00Z"), status: "accepted" }, now)).toBeUndefined()
    expect(hoursLate({ status: "placed", answer_by: null }, now)).toBeUndefined()
  })
})

describe("what an official may ask and see", () => {
  it("holds no way to look up a buyer", () => {
    expect(OfficeOrderSearch.parse({ q: "0912345678", status: "awaiting_payment", overdue: "1" })).toEqual({
      ...{ status: undefined, overdue: true, commune: undefined, limit: 25, offset: 0 },
    })
  })

  it("holds nothing of the buyer", () => {
    const buyer = {
      buyer_name: "Chị Hà",
      buyer_phone: "+84912345678",
      buyer_address: "12 Đội Cấn",
      buyer_email: "ha@example.vn",
    }
    const part = {
      id: "p",
      status: "placed",
      lines: [],
      total: 1,
      due: 1,
      answer_by: null,
      ...buyer,
    } as unknown as FoundPart
    const said = JSON.stringify(officePart(part))
    for (const secret of Object.values(buyer)) expect(said).not.toContain(secret)
    expect(said).not.toContain("buyer")
  })
})
