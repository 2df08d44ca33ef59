import { checkDigit, hasCheckDigit, hasCheckPair } from "./check-digit"

describe("check digits", () => {
  it("computes them for every length of key", () => {
    expect(checkDigit("952012345678")).toBe(8)
    expect(hasCheckDigit("09520123456788")).toBe(true)
    expect(hasCheckDigit("02345673")).toBe(true)
    expect(hasCheckDigit("006141411234567890")).toBe(true)
  })

  it("finds every single wrong digit and every swap of neighbours that differ by less than five", () => {
    const right = "9520123456788"
    for (let at = 0; at < right.length; at++)
      for (const digit of "0123456789")
        if (digit !== right[at]) expect(hasCheckDigit(right.slice(0, at) + digit + right.slice(at + 1))).toBe(false)
    expect(hasCheckDigit("9502123456788")).toBe(false)
  })

  it.each(["", "8", "95201234567x8", "９５２０１２３４５６７８８"])("does not accept %p", (text) => {
    expect(hasCheckDigit(text)).toBe(false)
  })

  it("checks the pair at the end of a global model number", () => {
    expect(hasCheckPair("1987654Ad4X4bL5ttr2310c2K")).toBe(true)
    expect(hasCheckPair("1987654Ad4X4bL5ttr2310c2L")).toBe(false)
    expect(hasCheckPair("19")).toBe(false)
  })
})
