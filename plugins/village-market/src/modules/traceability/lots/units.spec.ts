import { isAmount, isWhole, measureOf, RAW_UNITS, sameDimension } from "./units"

describe("a unit", () => {
  it.each([
    ["kg", "mass", 1000],
    ["Tạ", "mass", 100_000],
    ["tấn", "mass", 1_000_000],
    ["hộp 400g", "mass", 400],
    ["túi 5kg", "mass", 5000],
    ["niêu 2,5 kg", "mass", 2500],
    ["chai 500ml", "volume", 500],
    ["lít", "volume", 1000],
    ["mét", "length", 1000],
    ["chục", "piece", 10_000],
    ["cái", "piece", 1000],
    ["hộp 10", "piece", 1000],
    ["gói 0g", "piece", 1000],
  ] as const)("%s is %s of %d thousandths", (unit, dimension, size) => {
    expect(measureOf(unit)).toEqual({ dimension, size })
  })

  it("written in decomposed letters is the same", () => {
    expect(measureOf("lít".normalize("NFD"))).toEqual(measureOf("lít"))
  })

  it("adds up with units of its kind only", () => {
    expect(sameDimension("tạ", "hộp 400g")).toBe(true)
    expect(sameDimension("kg", "lít")).toBe(false)
  })

  it("of packs and pieces is whole, of weights, measures and lengths is not", () => {
    expect(RAW_UNITS.filter((unit) => isWhole(unit))).toEqual(["cái", "con", "cây", "bó", "bao"])
    expect(isWhole("hộp 400g")).toBe(true)
  })

  it.each([
    [1.5, "kg", true],
    [0.001, "kg", true],
    [1.0005, "kg", false],
    [1.5, "cái", false],
    [0, "kg", false],
    [-1, "kg", false],
    [Number.NaN, "kg", false],
    [Number.POSITIVE_INFINITY, "kg", false],
  ])("an amount of %d %s: %p", (quantity, unit, expected) => {
    expect(isAmount(quantity, unit)).toBe(expected)
  })
})
