import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { TRADE } from "../../../../../modules/trade"
import type { ProducerRequest } from "../../../../actors"

export const GET = async (req: ProducerRequest, res: MedusaResponse) => {
  const trade = req.scope.resolve(TRADE)
  const order = await trade.findPart(String(req.params.id), { producer_id: req.producer.id })
  if (!order) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such order")
  res.json({ order: { ...order, lines: await trade.linesOf([order.id]) } })
}
