import { model } from "@medusajs/framework/utils"

export const OCOP_STATUSES = ["none", "unverified", "verified", "demo"] as const

/**
 * What the marketplace knows of a Medusa product beyond title, price and stock, which stay with Medusa.
 * Every column is public: `/store/products?fields=*listing` may read it. Private papers are the registry's evidence.
 */
export const Listing = model.define("listing", {
  id: model.id({ prefix: "lst" }).primaryKey(),
  product_id: model.text().unique(),
  producer_id: model.text().index(),
  unit: model.text(), // "cái", "kg", "hộp 400g"
  material: model.text().nullable(),
  category_id: model.text().index(),
  vsic_code: model.text(),
  vsic_version: model.text(),
  weight_grams: model.number(),
  ocop_stars: model.number().nullable(),
  ocop_status: model.enum([...OCOP_STATUSES]).default("none"),
  ocop_decided_on: model.text().nullable(), // ISO date of the decision
  hidden: model.boolean().default(false),
  is_demo: model.boolean().default(false),
})
