import { model } from "@medusajs/framework/utils"

/** VAT and personal income tax withheld from a seller by what it does, dated, with the law it rests on. Basis points; ISO dates, both inclusive. */
export const WithholdingRate = model.define("withholding_rate", {
  id: model.text().primaryKey(),
  activity: model.text(),
  vat_bp: model.number(),
  pit_bp: model.number(),
  valid_from: model.text(),
  valid_to: model.text().nullable(),
  basis: model.text(),
  certainty: model.text(),
})
