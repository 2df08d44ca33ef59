import type { MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { TRADE } from "../../../../modules/trade"
import { keyInOrder } from "../../../../workflows/key-in-order"
import type { ProducerRequest } from "../../../actors"
import { idempotencyKey } from "../../../idempotency-key"
import { readBody } from "../../../read-body"
import { readPhoneOrder } from "../../../read-phone-order"

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

/** An order that came by phone, for this producer's own products. The same `Idempotency-Key` makes one order. */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const { id, name } = req.producer
  const form = readPhoneOrder(req)
  const { order_id } = await keyInOrder(req.scope, { kind: "producer", id, name }, form, idempotencyKey(req))
  const parts = await req.scope.resolve(TRADE).partsOfOrder(order_id)
  res.status(201).json({ order: parts.find(({ producer_id }) => producer_id === id) })
}
