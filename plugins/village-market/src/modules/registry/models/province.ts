import { model } from "@medusajs/framework/utils"

/** A province (tỉnh) or centrally run city as in force since 1 July 2025; `code` is the two-digit code of the statistics office. */
export const Province = model.define("province", {
  code: model.text().primaryKey(),
  name: model.text(),
  full_name: model.text(),
  name_en: model.text(),
})
