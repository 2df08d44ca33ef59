import { model } from "@medusajs/framework/utils"

export const OFFICIAL_AREAS = ["province", "commune"] as const

/** A civil servant who looks after the households of an area: the province, or one commune. */
export const Official = model.define("official", {
  id: model.id({ prefix: "ofc" }).primaryKey(),
  email: model.text().unique(),
  name: model.text(),
  area_kind: model.enum([...OFFICIAL_AREAS]),
  area_code: model.text(),
  active: model.boolean().default(true),
  /** Logins begun before this instant are over: set when the password is reset. */
  sessions_valid_from: model.dateTime().nullable(),
})
