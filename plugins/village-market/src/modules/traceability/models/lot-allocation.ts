import { model } from "@medusajs/framework/utils"

/** So many units of a lot went into a line of a producer order, `returned` of which came back into the lot. Never public. */
export const LotAllocation = model
  .define("lot_allocation", {
    id: model.id({ prefix: "lal" }).primaryKey(),
    lot_id: model.text().index(),
    producer_order_line_id: model.text(),
    quantity: model.number(),
    returned: model.number().default(0),
  })
  .indexes([{ on: ["producer_order_line_id", "lot_id"], unique: true }])
  .checks([(columns) => `${columns.quantity} > 0`])
