import { taxMethodOn } from "./tax-method"

describe("a seller's VAT method", () => {
  it("is usual for its kind unless a status says otherwise", () => {
    expect(taxMethodOn("household", [], "2026-11-24")).toBe("presumptive")
    expect(taxMethodOn("cooperative", [], "2026-11-24")).toBe("deduction")
    expect(taxMethodOn("company", [], "2026-11-24")).toBe("deduction")
  })

  it("changes on the day its status says, not before", () => {
    const statuses = [
      { method: "presumptive", valid_from: "2026-01-01" },
      { method: "deduction", valid_from: "2026-12-01" },
    ] as const
    expect(taxMethodOn("household", statuses, "2026-11-30")).toBe("presumptive")
    expect(taxMethodOn("household", statuses, "2026-12-01")).toBe("deduction")
    expect(taxMethodOn("company", statuses, "2025-12-31")).toBe("deduction")
  })
})
