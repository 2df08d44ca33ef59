import { model } from "@medusajs/framework/utils"

/** What the marketplace keeps of a sale, dated. Basis points; ISO dates, both inclusive. */
export const CommissionRate = model.define("commission_rate", {
  id: model.text().primaryKey(),
  producer_kind: model.text(),
  vsic_prefix: model.text().nullable(),
  rate_bp: model.number(),
  valid_from: model.text(),
  valid_to: model.text().nullable(),
  basis: model.text(),
})
