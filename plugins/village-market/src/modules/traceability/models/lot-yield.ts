import { model } from "@medusajs/framework/utils"

/** How much comes of what: `data/lot-yields.csv`, brought in by `import-reference-data`. Estimates with dates, a row never means two things. */
export const LotYield = model.define("lot_yield", {
  id: model.text().primaryKey(),
  input_words: model.array(),
  output_words: model.array(),
  input_unit: model.text(),
  output_unit: model.text(),
  least: model.float(),
  most: model.float(),
  valid_from: model.text(),
  valid_to: model.text().nullable(),
  basis: model.text(),
})
