import { type TaxRate, taxActivity, taxRateOn } from "./withholding"

const sale = { producer_kind: "household", origin: "own_made", vsic_code: "23930", evidenced: false }
const row = (id: string, valid_from: string, valid_to: string | null): TaxRate => ({
  ...{ id, valid_from, valid_to, activity: "production", vat_bp: 300, pit_bp: 150, basis: "law" },
})

describe("what is withheld", () => {
  it("follows what the seller does", () => {
    expect(taxActivity(sale)).toBe("production")
    expect(taxActivity({ ...sale, vsic_code: "16292" })).toBe("production_vat5_goods")
    expect(taxActivity({ ...sale, origin: "bought_in" })).toBe("goods_resale")
    expect(taxActivity({ ...sale, vsic_code: "01110" })).toBe("farm_resale_unprocessed")
    expect(taxActivity({ ...sale, vsic_code: "01110", evidenced: true })).toBe("farm_own_unprocessed")
    expect(taxActivity({ ...sale, vsic_code: "01110", origin: "bought_in" })).toBe("farm_resale_unprocessed")
    expect(taxActivity({ ...sale, origin: null })).toBe("unknown")
    expect(taxActivity({ ...sale, producer_kind: "cooperative", origin: null })).toBe("organisation")
  })

  it("is the row of the day, or an error", () => {
    const rates = [row("a", "2025-07-01", "2026-06-30"), row("b", "2026-07-01", null)]
    expect(taxRateOn(rates, "production", "2026-06-30").id).toBe("a")
    expect(taxRateOn(rates, "production", "2026-07-01").id).toBe("b")
    expect(() => taxRateOn(rates, "production", "2025-06-30")).toThrow("data/withholding-rates.csv")
    expect(() => taxRateOn(rates, "unknown", "2026-07-01")).toThrow("unknown")
  })
})
