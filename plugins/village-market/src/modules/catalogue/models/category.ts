import { model } from "@medusajs/framework/utils"

/** A shelf of the market. `vsic_codes` are the VSIC 2025 classes that belong on it; the first is its usual one. */
export const Category = model.define("category", {
  id: model.text().primaryKey(),
  name_vi: model.text(),
  name_en: model.text(),
  vsic_codes: model.array(),
  rank: model.number(),
})
