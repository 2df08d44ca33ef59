import { model } from "@medusajs/framework/utils"

/**
 * "This request made that listing": the row is written in one transaction with the listing, so that a request which
 * arrives twice (a double tap, a lost answer) makes one product. `fingerprint` is the SHA-256 of what was asked.
 */
export const Posting = model
  .define("posting", {
    id: model.id({ prefix: "pst" }).primaryKey(),
    producer_id: model.text(),
    key: model.text(),
    fingerprint: model.text(),
    listing_id: model.text(),
  })
  .indexes([{ on: ["producer_id", "key"], unique: true }])
