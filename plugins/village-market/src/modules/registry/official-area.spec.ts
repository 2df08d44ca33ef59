import { communesOf, looksAfter } from "./official-area"

const province = { area_kind: "province" as const, area_code: "37" }
const commune = { area_kind: "commune" as const, area_code: "14362" }

describe("the area of an official", () => {
  it("is every commune of its province", () => {
    expect(looksAfter(province, { code: "14362", province_code: "37" })).toBe(true)
    expect(looksAfter(province, { code: "00004", province_code: "01" })).toBe(false)
  })

  it("is one commune and not its neighbour", () => {
    expect(looksAfter(commune, { code: "14362", province_code: "37" })).toBe(true)
    expect(looksAfter(commune, { code: "14365", province_code: "37" })).toBe(false)
  })

  it("never takes a province's code for a commune's, nor the other way round", () => {
    expect(looksAfter({ area_kind: "commune", area_code: "37" }, { code: "14362", province_code: "37" })).toBe(false)
    expect(looksAfter({ area_kind: "province", area_code: "14362" }, { code: "14362", province_code: "37" })).toBe(
      false,
    )
  })

  it("holds no household that has not named its commune", () => {
    expect(looksAfter(province, undefined)).toBe(false)
    expect(looksAfter({ area_kind: "province", area_code: "" }, { code: "1", province_code: "" })).toBe(false)
  })

  it("says the same as a filter", () => {
    expect(communesOf(province)).toEqual({ province_code: "37" })
    expect(communesOf(commune)).toEqual({ code: "14362" })
  })
})
