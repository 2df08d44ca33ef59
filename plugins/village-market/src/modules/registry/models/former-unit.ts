import { model } from "@medusajs/framework/utils"

/** A commune of before 1 July 2025. Six of them were split, so a unit may stand under more than one commune of today. */
export const FormerUnit = model
  .define("former_unit", {
    id: model.id({ prefix: "fmu" }).primaryKey(),
    code: model.text(),
    name: model.text(),
    district: model.text(),
    province: model.text(),
    commune_code: model.text().index(),
  })
  .indexes([{ on: ["code", "commune_code"], unique: true }])
