import { model } from "@medusajs/framework/utils"

/** What a household agreed to, in which wording, and when; rows are only ever added. */
export const Consent = model.define("consent", {
  id: model.id({ prefix: "cns" }).primaryKey(),
  producer_id: model.text().index(),
  version: model.text(),
  language: model.text(),
  accepted_at: model.dateTime(),
})
