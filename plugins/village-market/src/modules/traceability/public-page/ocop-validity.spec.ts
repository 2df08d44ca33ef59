import { addMonths, ocopValidity } from "./ocop-validity"

const stars = { stars: 4, status: "verified", decided_on: "2023-11-24", months: 36 } as const

describe("the validity of an OCOP certificate", () => {
  it("lasts to the last day of its term and no longer", () => {
    expect(ocopValidity(stars, "2026-11-24")).toEqual({ state: "valid", decided_on: "2023-11-24", until: "2026-11-24" })
    expect(ocopValidity(stars, "2026-11-25")).toMatchObject({ state: "expired", until: "2026-11-24" })
  })

  it("is not claimed without a day, without a known term, or for stars of the demonstration", () => {
    expect(ocopValidity({ ...stars, decided_on: null }, "2026-11-24")).toMatchObject({ state: "undated" })
    expect(ocopValidity({ ...stars, months: null }, "2026-11-24")).toMatchObject({ state: "undated" })
    expect(ocopValidity({ ...stars, status: "demo" }, "2026-11-24")).toEqual({ state: "demo" })
  })

  it.each([
    ["2024-02-29", 36, "2027-02-28"],
    ["2023-08-31", 6, "2024-02-29"],
    ["2023-12-31", 2, "2024-02-29"],
    ["2026-01-15", 12, "2027-01-15"],
  ])("%s and %i months are %s", (from, months, to) => {
    expect(addMonths(from, months)).toBe(to)
  })
})
