import type { MedusaResponse } from "@medusajs/framework/http"
import { readStallSale, stallSaleJson } from "../../../../../seller/stall"
import type { ProducerRequest } from "../../../../actors"

/** How a sale stands: `open`, `arrived`, `sold`, `returned`, `over` or `cancelled`. */
export const GET = async (req: ProducerRequest, res: MedusaResponse) => {
  res.json({ sale: stallSaleJson(await readStallSale(req.scope, req.producer.id, String(req.params.id))) })
}
