import { model } from "@medusajs/framework/utils"
import { SHIPPING_AREAS } from "../../../shipping/area"
import { SHIPPING_MEANS } from "../../../shipping/shipping-price"

/**
 * What carrying goods costs: grams above `over_grams` up to and including `to_grams`, `price` đồng for the step and
 * `per_kg` for each begun kilogram above `over_grams`. ISO dates, both inclusive. A trigger refuses UPDATE and DELETE:
 * another price is another row, and of the rows in force the one that began last counts.
 */
export const ShippingRate = model.define("shipping_rate", {
  id: model.id({ prefix: "rate" }).primaryKey(),
  area: model.enum([...SHIPPING_AREAS]),
  means: model.enum([...SHIPPING_MEANS]),
  over_grams: model.number(),
  to_grams: model.number(),
  price: model.number(),
  per_kg: model.number(),
  valid_from: model.text(),
  valid_to: model.text().nullable(),
  basis: model.text(),
})
