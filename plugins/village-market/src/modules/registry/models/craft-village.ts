import { model } from "@medusajs/framework/utils"

/** A craft village (làng nghề). Coordinates are WGS 84 degrees; `certainty` says how far each fact can be trusted. */
export const CraftVillage = model.define("craft_village", {
  id: model.text().primaryKey(),
  name: model.text().searchable(),
  craft: model.text().searchable(),
  commune_code: model.text().index(),
  former_commune: model.text().nullable(),
  former_district: model.text().nullable(),
  former_province: model.text().nullable(),
  vsic_codes: model.array(),
  latitude: model.float(),
  longitude: model.float(),
  coordinate_source: model.text(),
  recognised: model.text(),
  certainty: model.json(),
})
