import { model } from "@medusajs/framework/utils"

/**
 * A photo of a listing in all its renditions: `[{ width, height, format: "avif" | "webp" | "jpeg", key }]`,
 * where `key` is the file's key in Medusa's file module. The original is not kept.
 * To Medusa it is a "picture", because its types make "photoes" of photo while its code makes "photos".
 */
export const Photo = model.define(
  { name: "picture", tableName: "photo" },
  {
    id: model.id({ prefix: "pho" }).primaryKey(),
    listing_id: model.text().index(),
    position: model.number().default(0),
    alt: model.text().nullable(),
    width: model.number(),
    height: model.number(),
    renditions: model.json(),
  },
)
