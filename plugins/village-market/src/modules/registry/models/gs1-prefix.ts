import { model } from "@medusajs/framework/utils"

/** A company prefix that a producer says GS1 gave it. It is proved when its paper (`evidence`) is verified. */
export const Gs1Prefix = model.define("gs1_prefix", {
  id: model.id({ prefix: "gcp" }).primaryKey(),
  producer_id: model.text().index(),
  prefix: model.text(), // 4 to 12 digits, as in a GTIN without its indicator digit
  evidence_id: model.text().unique(),
})
