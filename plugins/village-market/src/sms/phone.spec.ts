import { normalisePhone, readablePhone } from "./phone"

describe("phone numbers", () => {
  it.each([
    "0912345678",
    "84912345678",
    "+84912345678",
    " 0912 345 678 ",
    "0912.345.678",
    "(091) 234-5678",
    "+84 912 345 678",
  ])("reads %s", (typed) => expect(normalisePhone(typed)).toBe("+84912345678"))

  it.each([
    "",
    "912345678",
    "091234567",
    "09123456789",
    "+85912345678",
    "0912345a78",
    "++84912345678",
    "0912345678; drop",
  ])("refuses %p", (typed) => expect(normalisePhone(typed)).toBeUndefined())

  it("writes them as people here read them", () => {
    expect(readablePhone("+84912345678")).toBe("0912 345 678")
  })
})
