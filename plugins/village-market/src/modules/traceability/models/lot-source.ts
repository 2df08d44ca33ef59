import { model } from "@medusajs/framework/utils"

/**
 * One step back: from whom a lot came and what it was called there, in the producer's words. `source_lot_id` where that
 * is the code of a lot of this market: a declared reference, which takes nothing from the other household's lot.
 */
export const LotSource = model.define("lot_source", {
  id: model.id({ prefix: "lsr" }).primaryKey(),
  lot_id: model.text(),
  supplier: model.text().nullable(),
  supplier_lot: model.text().nullable(),
  source_lot_id: model.text().nullable(),
})
