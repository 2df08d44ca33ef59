import { model } from "@medusajs/framework/utils"

/** The VAT inside a seller's price by its tax method, dated, with the law it rests on. Basis points; ISO dates, both inclusive. */
export const VatRate = model.define("vat_rate", {
  id: model.text().primaryKey(),
  method: model.enum(["presumptive", "deduction"]),
  rate_bp: model.number(),
  valid_from: model.text(),
  valid_to: model.text().nullable(),
  basis: model.text(),
})
