import { type VatRate, vatRateOn, vatWithin } from "./vat"

describe("VAT inside a price", () => {
  it("rounds the net half up, in whole đồng", () => {
    expect(vatWithin(108_000, 800)).toBe(8_000)
    expect(vatWithin(123_457, 800)).toBe(9_145)
    expect(vatWithin(100, 0)).toBe(0)
    expect(vatWithin(0, 1000)).toBe(0)
  })

  it("agrees with the definition for many amounts", () => {
    for (let amount = 1; amount < 3_000; amount += 7)
      for (const r of [0, 5, 8, 10])
        expect(vatWithin(amount, r * 100)).toBe(amount - Math.floor((amount * 100) / (100 + r) + 0.5))
  })

  it("refuses fractions", () => {
    expect(() => vatWithin(1.5, 800)).toThrow(RangeError)
  })
})

describe("the VAT rate in force", () => {
  const rates: VatRate[] = [
    { method: "presumptive", rate_bp: 0, valid_from: "2025-07-01", valid_to: null, basis: "a" },
    { method: "deduction", rate_bp: 800, valid_from: "2025-07-01", valid_to: "2026-12-31", basis: "b" },
    { method: "deduction", rate_bp: 1000, valid_from: "2027-01-01", valid_to: null, basis: "c" },
  ]

  it("follows the day of the sale", () => {
    expect(vatRateOn(rates, "deduction", "2026-12-31").rate_bp).toBe(800)
    expect(vatRateOn(rates, "deduction", "2027-01-01").rate_bp).toBe(1000)
    expect(vatRateOn(rates, "presumptive", "2030-01-01").rate_bp).toBe(0)
  })

  it("never guesses", () => {
    expect(() => vatRateOn(rates, "deduction", "2020-01-01")).toThrow("vat-rates.csv")
  })
})
