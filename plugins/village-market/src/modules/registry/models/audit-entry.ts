import { model } from "@medusajs/framework/utils"

export const AUDIT_ACTORS = ["producer", "official", "operator", "system"] as const

/** One act on a producer, listing, official or evidence: who, what, why, when. A trigger refuses UPDATE and DELETE. */
export const AuditEntry = model
  .define("audit_entry", {
    id: model.id({ prefix: "aud" }).primaryKey(),
    subject_kind: model.text(),
    subject_id: model.text(),
    act: model.text(),
    actor_kind: model.enum([...AUDIT_ACTORS]),
    actor_id: model.text(),
    actor_name: model.text().nullable(),
    reason: model.text().nullable(),
    detail: model.json().nullable(),
  })
  .indexes([{ on: ["subject_kind", "subject_id"] }])
