import { methodStands } from "./method-stands"
import type { PartQuote } from "./quote"

const point = { id: "p1", commune_code: "A", name: "Nhà văn hoá", address: "Xóm 3", opening_hours: "7–17 giờ" }
const quote = (amount: number, rate_id: string, more: Partial<PartQuote> = {}): PartQuote => ({
  ...{ producer_id: "an", shipping_profile_id: "sp", grams: 900, commune: "A", commune_name: "Xã A", province: "37" },
  delivery: { ok: true, amount, rate_id, means: "parcel", area: "same_region" },
  points: [point],
  ...more,
})
const facts = {
  ...{ delivery_kind: "delivery", grams: 900, rate_id: "r1", area: "same_region", means: "parcel" },
  collection_point: null,
}
const chosen = { kind: "delivery" as const, producer_id: "an", amount: 28_000, facts }

it("stands while the price and what it rests on are the same", () => {
  expect(methodStands(chosen, [[quote(28_000, "r1")]])).toEqual({ stands: true })
})

it("stands at the same price for another reason, which it then tells", () => {
  expect(methodStands(chosen, [[quote(28_000, "r2", { grams: 950 })]])).toEqual({
    stands: true,
    facts: { ...facts, rate_id: "r2", grams: 950 },
  })
})

it("falls when another price is asked, when it is not offered any more, and when its producer is gone", () => {
  expect(methodStands(chosen, [[quote(29_000, "r2")]])).toEqual({ stands: false })
  expect(methodStands(chosen, [[quote(0, "", { delivery: { ok: false, why: "too_heavy" } })]])).toEqual({
    stands: false,
  })
  expect(methodStands(chosen, [[]])).toEqual({ stands: false })
})

it("still stands at the price of the older quote, after midnight", () => {
  expect(methodStands(chosen, [[quote(29_000, "r2")], [quote(28_000, "r1")]])).toEqual({ stands: true })
})

it("stands at a collection point while that one is open", () => {
  const { commune_code: _, ...kept } = point
  const fetched = {
    ...{ kind: "pickup_point" as const, producer_id: "an", amount: 0 },
    facts: { ...facts, delivery_kind: "pickup_point", rate_id: null, area: null, means: null, collection_point: kept },
  }
  expect(methodStands(fetched, [[quote(1, "r1")]])).toEqual({ stands: true })
  expect(methodStands(fetched, [[quote(1, "r1", { points: [{ ...point, id: "p2" }] })]])).toEqual({ stands: false })
})
