import { model } from "@medusajs/framework/utils"

/**
 * A mistake that was declared, never edited away: the event that was wrong, its error declaration (the next version
 * under the same eventID) and the event in its place, as rows of `epcis_event`. An event is corrected at most once; what
 * stands in its place can be corrected again.
 */
export const LotCorrection = model.define("lot_correction", {
  id: model.id({ prefix: "lco" }).primaryKey(),
  producer_id: model.text(),
  lot_id: model.text(),
  target: model.enum(["step", "amount", "change"]),
  change_id: model.text().nullable(),
  event_row_id: model.text(),
  declaration_row_id: model.text(),
  replacement_row_id: model.text().nullable(),
  reason: model.enum(["did_not_occur", "incorrect_data"]),
  note: model.text().nullable(),
  quantity_before: model.float().nullable(),
  quantity_after: model.float().nullable(),
  request_key: model.text().nullable(),
  request_hash: model.text().nullable(),
})
