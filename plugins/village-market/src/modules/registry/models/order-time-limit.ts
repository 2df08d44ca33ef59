import { model } from "@medusajs/framework/utils"

/** How long somebody has for a step of an order, dated. ISO dates, both inclusive. */
export const OrderTimeLimit = model.define("order_time_limit", {
  id: model.text().primaryKey(),
  step: model.text(),
  hours: model.number(),
  valid_from: model.text(),
  valid_to: model.text().nullable(),
  basis: model.text(),
})
