import { model } from "@medusajs/framework/utils"

/** How a producer is taxed from an ISO day on, where that differs from what is usual for its kind; the latest row counts. */
export const TaxMethod = model
  .define("tax_method", {
    id: model.id({ prefix: "tax" }).primaryKey(),
    producer_id: model.text(),
    method: model.enum(["presumptive", "deduction"]),
    valid_from: model.text(),
    note: model.text().nullable(),
  })
  .indexes([{ on: ["producer_id", "valid_from"], unique: true }])
