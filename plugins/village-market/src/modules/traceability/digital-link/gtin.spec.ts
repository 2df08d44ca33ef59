import { isUnder, readCompanyPrefix, readGtin, shortGtin } from "./gtin"

const demo = { demo: true }
const real = { demo: false }

describe("a GTIN typed in by a producer", () => {
  it.each([
    ["8 935049 501329", "08935049501329"],
    ["08935049501329", "08935049501329"],
    ["18935049501326", "18935049501326"],
    ["614141123452", "00614141123452"],
  ])("reads %s", (typed, gtin) => expect(readGtin(typed, real)).toEqual({ ok: true, gtin }))

  it.each([
    ["8935049501320", "gtinCheck"],
    ["893504950132", "gtinCheck"],
    ["89350495", "gtinShort"],
    ["K7MH-3QWA", "gtinLength"],
    ["", "gtinLength"],
    ["2112345678900", "gtinRestricted"],
    ["9780306406157", "gtinRestricted"],
    ["9520123456788", "gtinRestricted"],
  ])("refuses %s: %s", (typed, why) => expect(readGtin(typed, real)).toEqual({ ok: false, why }))

  it("takes GS1's numbers for examples in a demonstration only", () => {
    expect(readGtin("9520123456788", demo)).toEqual({ ok: true, gtin: "09520123456788" })
    expect(readCompanyPrefix("9520123", demo)).toEqual({ ok: true, prefix: "9520123" })
    expect(readCompanyPrefix("9520123", real)).toEqual({ ok: false, why: "gtinRestricted" })
  })
})

describe("a company prefix", () => {
  it.each(["893", "8935049501329", "prefix", ""])("is not %p", (typed) => {
    expect(readCompanyPrefix(typed, real)).toEqual({ ok: false, why: "prefixLength" })
  })

  it("holds the numbers that begin with it, whatever their packing level", () => {
    expect(isUnder("08935049501329", "8935049")).toBe(true)
    expect(isUnder("18935049501326", "8935049")).toBe(true)
    expect(isUnder("08935049501329", "8935050")).toBe(false)
    // Of a North American number the leading zero belongs to the prefix.
    expect(isUnder("00614141123452", "0614141")).toBe(true)
    expect(isUnder("00614141123452", "614141")).toBe(false)
  })

  it("is written without the packing level where there is none", () => {
    expect(shortGtin("08935049501329")).toBe("8935049501329")
    expect(shortGtin("18935049501326")).toBe("18935049501326")
  })
})
