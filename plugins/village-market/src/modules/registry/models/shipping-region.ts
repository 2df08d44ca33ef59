import { model } from "@medusajs/framework/utils"

/** Which of the carriers' three regions a province belongs to. */
export const ShippingRegion = model.define("shipping_region", {
  province_code: model.text().primaryKey(),
  region: model.text(),
})
