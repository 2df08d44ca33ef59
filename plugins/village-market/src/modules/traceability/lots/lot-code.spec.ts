import { lotCodeFrom, newLotCode } from "./lot-code"

describe("the code of a lot", () => {
  it("is short, in groups, and without signs that look alike", () => {
    for (let n = 0; n < 2000; n++) expect(newLotCode()).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
  })

  it("does not repeat itself", () => {
    expect(new Set(Array.from({ length: 5000 }, newLotCode)).size).toBe(5000)
  })

  it.each(["K7MH-3QWA", "k7mh3qwa", " k7mh 3qwa ", "K7MH–3QWA", "k7.mh.3q.wa"])(
    "is understood when typed as %p",
    (typed) => {
      expect(lotCodeFrom(typed)).toBe("K7MH-3QWA")
    },
  )

  it.each(["", "K7MH", "K7MH-3QWAX", "K7MH-3QW0", "K7MH-3QWI", "K7MH-3QWÁ", "terms", "../../etc"])(
    "cannot be %p",
    (typed) => {
      expect(lotCodeFrom(typed)).toBeUndefined()
    },
  )

  it("reads back what it writes", () => {
    const code = newLotCode()
    expect(lotCodeFrom(code)).toBe(code)
  })
})
