import fc from "fast-check"
import { spread } from "./spread"

describe("spreading an amount", () => {
  it("adds up to the đồng, by largest remainder", () => {
    expect(spread(10_000, [123_457, 66_667, 250_001, 99_998])).toEqual([2286, 1234, 4629, 1851])
    expect(spread(1, [1, 1, 1])).toEqual([1, 0, 0])
    expect(spread(5, [0, 0])).toEqual([3, 2])
    expect(spread(0, [])).toEqual([])
  })

  it("never loses a đồng and stays within one of the proportion", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 500_000_000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), weights, (amount, w) => {
        const shares = spread(amount, w)
        expect(shares.reduce((a, b) => a + b, 0)).toBe(amount)
        const sum = w.reduce((a, b) => a + b, 0)
        if (sum > 0) {
          shares.forEach((share, i) => {
            expect(Math.abs(share - (amount * (w[i] ?? 0)) / sum)).toBeLessThan(1 + 1e-6)
          })
        }
      }),
    )
  })

  it("refuses fractions and debts", () => {
    expect(() => spread(1.5, [1])).toThrow(RangeError)
    expect(() => spread(-1, [1])).toThrow(RangeError)
    expect(() => spread(1, [0.5])).toThrow(RangeError)
    expect(() => spread(1, [])).toThrow(RangeError)
  })
})
