import type { MedusaContainer } from "@medusajs/framework/types"
import { REGISTRY } from "../modules/registry"
import { bookingOf } from "../modules/trade/booking"
import { counting, standing } from "./shipping-price"

/** Every rate ever entered, in force, to come and over, with whether a weight can fall under it today. */
export async function listRates(container: MedusaContainer) {
  const { day } = bookingOf(new Date())
  const rows = await container
    .resolve(REGISTRY)
    .listShippingRates({}, { take: 10_000, order: { valid_from: "DESC", over_grams: "ASC" } })
  const rates = rows.map(({ created_at, ...rate }) => ({ ...rate, entered_at: new Date(created_at).toISOString() }))
  const counts = counting(rates, day)
  const listed = rates.map(({ deleted_at: _, updated_at: __, ...rate }) => ({ ...rate, counts: counts.has(rate.id) }))
  const that = (state: ReturnType<typeof standing>) => listed.filter((rate) => standing(rate, day) === state)
  return { day, in_force: that("in_force"), future: that("future"), past: that("past") }
}
