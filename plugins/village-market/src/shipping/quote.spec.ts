import { type BasketFacts, priceOf, quoteBasket } from "./quote"

const DAY = "2026-11-24"
const open = { valid_from: "2026-07-01", valid_to: null, entered_at: "2026-07-01" }
const point = (id: string, commune_code: string) => ({
  ...{ id, commune_code, name: `Nhà văn hoá ${id}`, address: "Xóm 3", opening_hours: "7–17 giờ" },
})
const facts: BasketFacts = {
  buyer: { commune: "00004", province: "01" },
  parts: [
    {
      producer_id: "an",
      shipping_profile_id: "sp_an",
      grams: 2_500,
      commune: "A",
      commune_name: "Xã A",
      province: "37",
    },
    {
      producer_id: "bao",
      shipping_profile_id: "sp_bao",
      grams: 400_000,
      commune: "B",
      commune_name: "Xã B",
      province: "37",
    },
  ],
  rates: [
    {
      id: "near",
      area: "same_commune",
      means: "parcel",
      over_grams: 0,
      to_grams: 30_000,
      price: 9_000,
      per_kg: 0,
      ...open,
    },
    {
      id: "far",
      area: "same_region",
      means: "parcel",
      over_grams: 1_000,
      to_grams: 30_000,
      price: 28_000,
      per_kg: 5_000,
      ...open,
    },
  ],
  regions: [
    { province_code: "37", region: "north" },
    { province_code: "01", region: "north" },
  ],
  points: [point("p1", "A"), point("p2", "A"), point("p3", "C")],
}
const [an, bao] = quoteBasket(facts, DAY)

it("prices each producer by its own goods and place", () => {
  expect(an?.delivery).toEqual({ ok: true, amount: 38_000, rate_id: "far", means: "parcel", area: "same_region" })
  expect(bao?.delivery).toEqual({ ok: false, why: "too_heavy" })
})

it("says the least it costs while the address is unknown, and that some goods go nowhere", () => {
  const unknown = quoteBasket({ ...facts, buyer: null }, DAY)
  expect(unknown.map(({ delivery }) => delivery)).toEqual([
    { ok: false, why: "no_address", from_amount: 9_000 },
    { ok: false, why: "too_heavy" },
  ])
})

it("offers the collection points of the producer's commune only", () => {
  expect(an?.points.map(({ id }) => id)).toEqual(["p1", "p2"])
  expect(bao?.points).toEqual([])
})

it("keeps with a choice what it was priced by", () => {
  expect(priceOf(an, { kind: "delivery" })).toEqual({
    amount: 38_000,
    facts: {
      ...{ delivery_kind: "delivery", grams: 2_500, rate_id: "far", area: "same_region", means: "parcel" },
      collection_point: null,
    },
  })
  expect(priceOf(an, { kind: "pickup_point", collection_point_id: "p2" })?.facts.collection_point).toEqual({
    ...{ id: "p2", name: "Nhà văn hoá p2", address: "Xóm 3", opening_hours: "7–17 giờ" },
  })
})

it("offers nothing that is not there", () => {
  expect(priceOf(bao, { kind: "delivery" })).toBeUndefined()
  expect(priceOf(bao, { kind: "pickup_point" })).toBeUndefined()
  expect(priceOf(an, { kind: "pickup_point", collection_point_id: "p3" })).toBeUndefined()
  expect(priceOf(undefined, { kind: "pickup_producer" })).toBeUndefined()
  expect(priceOf(bao, { kind: "pickup_producer" })?.amount).toBe(0)
})
