import { model } from "@medusajs/framework/utils"

/** A place of a commune where buyers fetch what its producers have brought there. What an order took from it is frozen on the order. */
export const CollectionPoint = model.define("collection_point", {
  id: model.id({ prefix: "cpt" }).primaryKey(),
  commune_code: model.text().index(),
  name: model.text(),
  address: model.text(),
  opening_hours: model.text(),
  active: model.boolean().default(true),
  is_demo: model.boolean().default(false),
})
