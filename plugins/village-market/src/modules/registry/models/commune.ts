import { model } from "@medusajs/framework/utils"

/**
 * A commune, ward or special zone (xã, phường, đặc khu), all 3,321 of the country.
 * Centroid (WGS 84 degrees) and area are known for the communes of our own province only.
 */
export const Commune = model.define("commune", {
  code: model.text().primaryKey(),
  full_name: model.text().searchable(),
  province_code: model.text().index(),
  former_province: model.text().nullable(),
  former_district: model.text().nullable(),
  latitude: model.float().nullable(),
  longitude: model.float().nullable(),
  area_km2: model.float().nullable(),
})
