import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { buyersOrder, orderJson } from "../buyers-order"

/** An order with a part per producer, each with its state and its money. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { order } = await buyersOrder(req)
  res.json({ order: orderJson(order) })
}
