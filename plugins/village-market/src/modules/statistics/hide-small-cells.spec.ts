import { showCell } from "./hide-small-cells"
import { pseudonymOf } from "./pseudonym"

const cell = (sellers: number) => ({ net: 900, sellers, settled: 1000, settled_cashless: 250 })

describe("what of a cell may be shown", () => {
  it("hides one and two sellers, shows none and three", () => {
    expect(showCell(cell(1))).toEqual({ hidden: true })
    expect(showCell(cell(2))).toEqual({ hidden: true })
    expect(showCell(cell(3))).toEqual({ hidden: false, net: 900, sellers: 3, cashless_share: 0.25 })
    expect(showCell({ net: 0, sellers: 0, settled: 0, settled_cashless: 0 })).toEqual({
      hidden: false,
      net: 0,
      sellers: 0,
      cashless_share: null,
    })
  })
})

describe("a seller's name in the warehouse", () => {
  const key = "a".repeat(64)
  it("is the same for shops of one owner, and says nothing without the key", () => {
    expect(pseudonymOf(key, "h1")).toBe(pseudonymOf(key, "h1"))
    expect(pseudonymOf(key, "h1")).not.toBe(pseudonymOf(key, "h2"))
    expect(pseudonymOf("b".repeat(64), "h1")).not.toBe(pseudonymOf(key, "h1"))
    expect(pseudonymOf(key, "h1")).toMatch(/^[0-9a-f]{32}$/)
  })
})
