import { counting, lowestPrice, type ShippingRate, shippingPrice, standing } from "./shipping-price"

const DAY = "2026-11-24"
const rate = (id: string, over: number, to: number, price: number, per_kg = 0, more: Partial<ShippingRate> = {}) => ({
  ...{ id, area: "same_province" as const, means: "parcel" as const, over_grams: over, to_grams: to, price, per_kg },
  ...{ valid_from: "2026-07-01", valid_to: null, entered_at: "2026-07-01T00:00:00Z", ...more },
})
const rates: ShippingRate[] = [
  rate("light", 0, 1_000, 20_000),
  rate("parcel", 1_000, 30_000, 20_000, 3_000),
  rate("truck", 30_000, 300_000, 150_000, 1_500, { means: "truck" }),
]
const amount = (grams: number, day = DAY, of = rates) => {
  const price = shippingPrice(of, "same_province", grams, day)
  return price.ok ? price.amount : price.why
}

it.each([
  [0, 20_000],
  [1, 20_000],
  [1_000, 20_000],
  [1_001, 23_000],
  [2_000, 23_000],
  [2_001, 26_000],
  [30_000, 107_000],
  [30_001, 151_500],
  [150_000, 330_000],
  [300_000, 555_000],
  [300_001, "too_heavy"],
])("asks for %d g what the step says: %s", (grams, asked) => {
  expect(amount(grams)).toBe(asked)
})

it("names the row and the means", () => {
  expect(shippingPrice(rates, "same_province", 150_000, DAY)).toEqual({
    ...{ ok: true, amount: 330_000, rate_id: "truck", means: "truck" },
  })
})

it("has no price for an area without rates, and none for a weight between the steps", () => {
  expect(shippingPrice(rates, "nationwide", 500, DAY)).toEqual({ ok: false, why: "no_rate" })
  expect(amount(20_000, DAY, [rate("light", 0, 1_000, 1), rate("heavy", 30_000, 40_000, 1)])).toBe("no_rate")
})

describe("dates", () => {
  const dated = [
    rate("old", 0, 1_000, 20_000, 0, { valid_to: "2026-11-25" }),
    rate("tet", 0, 1_000, 15_000, 0, { valid_from: "2026-11-25", valid_to: "2026-11-26" }),
    rate("slip", 0, 1_000, 99_000, 0, { valid_from: "2026-12-01", entered_at: "2026-11-24T01:00:00Z" }),
    rate("new", 0, 1_000, 22_000, 0, { valid_from: "2026-12-01", entered_at: "2026-11-24T02:00:00Z" }),
  ]
  it.each([
    ["2026-06-30", "no_rate"],
    ["2026-07-01", 20_000],
    ["2026-11-24", 20_000],
    ["2026-11-25", 15_000],
    ["2026-11-26", 15_000],
    ["2026-11-27", "no_rate"],
    ["2026-11-30", "no_rate"],
    ["2026-12-01", 22_000],
  ])("on %s: %s", (day, asked) => {
    expect(amount(500, day, dated)).toBe(asked)
  })

  it("lets a new row take only its own weights", () => {
    const more = [...rates, rate("cheap", 0, 500, 9_000, 0, { valid_from: "2026-11-24" })]
    expect([amount(500, DAY, more), amount(501, DAY, more), amount(500, "2026-11-23", more)]).toEqual([
      9_000, 20_000, 20_000,
    ])
  })

  it("sorts rows into past, in force and future", () => {
    expect(dated.map((row) => standing(row, "2026-11-26"))).toEqual(["past", "in_force", "future", "future"])
  })
})

it("says the least that it can cost", () => {
  expect(lowestPrice([...rates, rate("near", 0, 5_000, 10_000, 0, { area: "same_commune" })], 2_000, DAY)).toBe(10_000)
  expect(lowestPrice(rates, 400_000, DAY)).toBeUndefined()
})

it("knows the rows that later ones cover entirely", () => {
  const later = { valid_from: "2026-11-24" }
  const half = [...rates, rate("half", 0, 500, 9_000, 0, later)]
  expect([...counting(half, DAY)].sort()).toEqual(["half", "light", "parcel", "truck"])
  const whole = [...half, rate("rest", 500, 1_000, 9_500, 0, later)]
  expect([...counting(whole, DAY)].sort()).toEqual(["half", "parcel", "rest", "truck"])
  expect([...counting(whole, "2026-11-23")].sort()).toEqual(["light", "parcel", "truck"])
})
