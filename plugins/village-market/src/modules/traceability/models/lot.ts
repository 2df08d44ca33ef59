import { model } from "@medusajs/framework/utils"

export const LOT_STATUSES = ["active", "withdrawn", "recalled"] as const

/**
 * Things made together under one code. `quantity` counts units of the listing; without a listing the lot is raw
 * material, counted in a unit of `units.ts`. It is never public: it would tell a household's output. What is left of it
 * stands in the view `lot_balance`. `title`, `unit` are those of the day of making. `printed_uri` is what the first label said.
 */
export const Lot = model
  .define("lot", {
    id: model.id({ prefix: "lot" }).primaryKey(),
    code: model.text().unique(),
    producer_id: model.text().index(),
    listing_id: model.text().index().nullable(),
    title: model.text(),
    quantity: model.float(), // numeric(14,3): read it as ::float8
    unit: model.text(),
    made_on: model.text(), // ISO date
    expires_on: model.text().nullable(), // ISO date
    printed_uri: model.text().nullable(),
    status: model.enum([...LOT_STATUSES]).default("active"),
    request_key: model.text().nullable(),
    request_hash: model.text().nullable(),
  })
  .indexes([{ on: ["producer_id", "request_key"], unique: true, where: "request_key is not null" }])
  .checks([
    { name: "lot_quantity_check", expression: (columns) => `${columns.quantity} > 0` },
    // GS1 General Specifications, AI 10: at most 20 characters; of its set 82 we use what a person can read out.
    { name: "lot_code_check", expression: (columns) => `${columns.code} ~ '^[A-Z0-9-]{1,20}$'` },
  ])
