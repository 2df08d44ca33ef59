import fc from "fast-check"
import { percentOf, spread } from "./whole-dong"

const dong = fc.integer({ min: 0, max: 5_000_000_000 })

describe("a percentage of whole đồng", () => {
  it.each([
    [540_123, 10, 54_012],
    [540_125, 10, 54_013],
    [1, 50, 1],
    [1, 49, 0],
    [0, 90, 0],
  ])("of %d at %d %% is %d", (amount, percent, share) => expect(percentOf(amount, percent)).toBe(share))

  it("is the exact share rounded half up, and never more than the whole", () => {
    fc.assert(
      fc.property(dong, fc.integer({ min: 0, max: 100 }), (amount, percent) => {
        const share = percentOf(amount, percent)
        expect(Number.isSafeInteger(share)).toBe(true)
        expect(share).toBeLessThanOrEqual(amount)
        const off = BigInt(share) * 100n - BigInt(amount) * BigInt(percent)
        expect(off > -50n && off <= 50n).toBe(true)
      }),
    )
  })
})

describe("spreading whole đồng", () => {
  it("parts 10,000 over four lines as the facts say", () => {
    expect(spread(10_000, [123_457, 66_666, 250_000, 100_000])).toEqual([2286, 1234, 4629, 1851])
    expect(spread(10_000, [1, 1, 1])).toEqual([3334, 3333, 3333])
    expect(spread(5, [0, 0])).toEqual([0, 0])
    expect(spread(0, [3, 4])).toEqual([0, 0])
  })

  it("puts every đồng into exactly one share, near the exact one and within the weight", () => {
    fc.assert(
      fc.property(
        fc.array(dong, { minLength: 1, maxLength: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (weights, part) => {
          const sum = weights.reduce((all, weight) => all + weight, 0)
          const total = Math.floor(sum * part)
          const shares = spread(total, weights)
          expect(shares.reduce((all, share) => all + share, 0)).toBe(total)
          for (const [place, share] of shares.entries()) {
            const weight = weights[place] ?? 0
            expect(share >= 0 && share <= weight).toBe(true)
            const off = BigInt(share) * BigInt(sum) - BigInt(total) * BigInt(weight)
            expect(off > -BigInt(sum || 1) && off < BigInt(sum || 1)).toBe(true)
          }
        },
      ),
    )
  })

  it("refuses what is no whole amount", () => {
    expect(() => spread(1.5, [1])).toThrow(RangeError)
    expect(() => spread(1, [-1])).toThrow(RangeError)
  })
})
