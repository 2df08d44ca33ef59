import type { MedusaResponse } from "@medusajs/framework/http"
import { readOwnOrder } from "../../../../../seller/own-orders"
import type { ProducerRequest } from "../../../../actors"

export const GET = async (req: ProducerRequest, res: MedusaResponse) => {
  res.json({ order: await readOwnOrder(req.scope, req.producer.id, String(req.params.id)) })
}
