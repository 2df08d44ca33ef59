import { type CommissionRate, commissionOn, portion } from "./commission"

const rate = (id: string, over: Partial<CommissionRate> = {}): CommissionRate => ({
  id,
  producer_kind: "any",
  vsic_prefix: null,
  rate_bp: 500,
  valid_from: "2026-01-01",
  valid_to: null,
  ...over,
})
const rates = [
  rate("old", { valid_from: "2025-01-01", valid_to: "2025-12-31" }),
  rate("all"),
  rate("company", { producer_kind: "company" }),
  rate("farm", { vsic_prefix: "01" }),
  rate("rice", { vsic_prefix: "0111" }),
]
const on = (producer_kind: string, vsic_code: string, day = "2026-11-24") =>
  commissionOn(rates, { producer_kind, vsic_code }, day).id

describe("the commission rule", () => {
  it("is the most exact one in force on the day", () => {
    expect(on("household", "16292")).toBe("all")
    expect(on("company", "16292")).toBe("company")
    expect(on("company", "0121")).toBe("farm")
    expect(on("household", "01110")).toBe("rice")
    expect(on("household", "16292", "2025-12-31")).toBe("old")
  })

  it("is never guessed", () => {
    expect(() => on("household", "16292", "2024-01-01")).toThrow("data/commission-rates.csv")
  })

  it("is whole đồng, half up", () => {
    expect(portion(600_000, 1000)).toBe(60_000)
    expect(portion(10, 500)).toBe(1)
    expect(portion(9, 500)).toBe(0)
    expect(() => portion(0.5, 500)).toThrow(RangeError)
  })
})
