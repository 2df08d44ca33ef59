import { model } from "@medusajs/framework/utils"

export const EVIDENCE_KINDS = ["own_made", "bought_in", "ocop", "gs1_prefix"] as const
export const EVIDENCE_STATUSES = ["unverified", "verified", "refused"] as const

/** A document or photo that backs a claim. The file is private: only its owner, officials of the area and the operator may open it. */
export const Evidence = model.define("evidence", {
  id: model.id({ prefix: "evd" }).primaryKey(),
  producer_id: model.text().index(),
  listing_id: model.text().index().nullable(),
  kind: model.enum([...EVIDENCE_KINDS]),
  file_key: model.text(),
  mime_type: model.text(),
  note: model.text().nullable(),
  issued_on: model.text().nullable(), // ISO date
  status: model.enum([...EVIDENCE_STATUSES]).default("unverified"),
  decided_by: model.text().nullable(),
  decided_at: model.dateTime().nullable(),
})
