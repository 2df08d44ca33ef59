import { model } from "@medusajs/framework/utils"

/** How much of a lot went into a change, or came out of it. Counts only while its change is not voided. */
export const LotChangePart = model.define("lot_change_part", {
  id: model.id({ prefix: "lcp" }).primaryKey(),
  change_id: model.text(),
  side: model.enum(["input", "output"]),
  lot_id: model.text(),
  quantity: model.float(),
  unit: model.text(),
})
