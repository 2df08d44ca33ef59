import { model } from "@medusajs/framework/utils"
import { PRODUCER_STATUSES } from "../producer-status"

export const PRODUCER_KINDS = ["household", "cooperative", "company"] as const
export const ORIGINS = ["own_made", "bought_in"] as const

/**
 * A seller. `phone`, `helper_*`, `address` and the tax columns are never shown to buyers.
 * `tax_code_cipher` is AES-256-GCM; `holding_key` is a keyed hash of the tax code, equal for shops of one owner.
 */
export const Producer = model
  .define("producer", {
    id: model.id({ prefix: "prod_hh" }).primaryKey(),
    name: model.text().nullable(),
    handle: model.text().unique().nullable(),
    kind: model.enum([...PRODUCER_KINDS]).nullable(),
    status: model.enum([...PRODUCER_STATUSES]).default("draft"),
    status_reason: model.text().nullable(),
    phone: model.text(),
    commune_code: model.text().index().nullable(),
    craft_village_id: model.text().index().nullable(),
    makes: model.text().nullable(),
    story: model.text().nullable(),
    origin: model.enum([...ORIGINS]).nullable(),
    tax_code_cipher: model.text().nullable(),
    holding_key: model.text().index().nullable(),
    helper_name: model.text().nullable(),
    helper_phone: model.text().nullable(),
    stock_location_id: model.text().nullable(),
    shipping_profile_id: model.text().nullable(),
    is_demo: model.boolean().default(false),
    submitted_at: model.dateTime().nullable(),
    approved_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["status", "commune_code"] }])
