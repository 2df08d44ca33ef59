import { model } from "@medusajs/framework/utils"

export const CHANGE_KINDS = ["split", "merge", "transformation"] as const

/**
 * Lots that became other lots. `declared_yield` is how much output comes of one of the input, in their units (for
 * instance 0.67 kg rice of 1 kg paddy); null where the whole goes over as it is. `unusual`: more came out than the yield
 * says, for a stated `reason`, which officials are shown. A corrected change is `voided_at` and stays; the one in its
 * place names it in `corrects_id`.
 */
export const LotChange = model.define("lot_change", {
  id: model.id({ prefix: "lch" }).primaryKey(),
  producer_id: model.text(),
  kind: model.enum([...CHANGE_KINDS]),
  happened_at: model.text(), // ISO date or instant
  declared_yield: model.float().nullable(),
  reason: model.text().nullable(),
  reason_text: model.text().nullable(),
  unusual: model.boolean().default(false),
  epcis_event_id: model.text().nullable(), // row of epcis_event
  corrects_id: model.text().nullable(),
  voided_at: model.dateTime().nullable(),
  request_key: model.text().nullable(),
  request_hash: model.text().nullable(),
})
