import type { MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { TRADE } from "../../../../modules/trade"
import type { ProducerRequest } from "../../../actors"
import { readBody } from "../../../read-body"

const Paging = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  offset: z.coerce.number().int().min(0).default(0),
})

/** The parts this producer has heard of, newest first. */
export const GET = async (req: ProducerRequest, res: MedusaResponse) => {
  const paging = readBody(Paging, req.query)
  const trade = req.scope.resolve(TRADE)
  const { parts: orders, count } = await trade.listParts({ producer_id: req.producer.id }, paging)
  const lines = await trade.linesOf(orders.map(({ id }) => id))
  res.json({
    orders: orders.map((order) => ({ ...order, lines: lines.filter((line) => line.producer_order_id === order.id) })),
    count,
    ...paging,
  })
}
