import { isUnusualYield, suggestYield, type YieldRow, yieldOf } from "./suggest-yield"

const row = (id: string, input: string, output: string, most: number, rest: Partial<YieldRow> = {}): YieldRow => ({
  ...{ id, input_words: input.split("|"), output_words: output.split("|"), input_unit: "kg", output_unit: "kg" },
  ...{ least: 0, most, valid_from: "2026-01-01", valid_to: null, basis: "Estimate", ...rest },
})
const ROWS = [
  row("rice", "thóc|lúa", "gạo", 0.7),
  row("brown", "thóc|lúa", "gạo lứt", 0.8),
  row("old", "thóc", "gạo", 0.6, { valid_to: "2025-12-31", valid_from: "2020-01-01" }),
  row("spirit", "gạo|nếp", "rượu", 1, { output_unit: "lít" }),
  row("mats", "cói", "chiếu", 0.5, { output_unit: "đôi" }),
]
const suggest = (input: string, output: string, unit = "kg") =>
  suggestYield(ROWS, { title: input, unit: "tạ" }, { title: output, unit }, "2026-11-24")?.id

describe("the yield to expect", () => {
  it("is found by the words of the titles, marks or not, the closest first", () => {
    expect(suggest("Thóc nếp vụ mùa", "Gạo nếp cau")).toBe("rice")
    expect(suggest("thoc", "Gạo lứt đỏ", "túi 5kg")).toBe("brown")
  })
  it("is none where words, units or dates do not fit", () => {
    expect(suggest("Thóc", "Bánh chưng")).toBeUndefined()
    expect(suggest("Gạo nếp", "Rượu nếp", "kg")).toBeUndefined()
    expect(suggest("Thóc", "Gạoon")).toBeUndefined()
    expect(suggestYield(ROWS, { title: "Thóc", unit: "kg" }, { title: "Gạo", unit: "kg" }, "2024-05-01")?.id).toBe(
      "old",
    )
  })
  it("is said in pieces where the table says pairs", () => {
    expect(yieldOf({ most: 0.5, input_unit: "kg", output_unit: "đôi" })).toBe(1)
    expect(yieldOf({ most: 0.7, input_unit: "kg", output_unit: "kg" })).toBe(0.7)
  })
  it("is passed by a household's own only with a reason", () => {
    const kg = { unit: "kg" }
    expect(isUnusualYield(0.71, 0.7, kg, kg)).toBe(true)
    expect(isUnusualYield(0.7, 0.7, kg, kg)).toBe(false)
    expect(isUnusualYield(1.1, null, kg, kg)).toBe(true)
    expect(isUnusualYield(12, null, kg, { unit: "cái" })).toBe(false)
  })
})
