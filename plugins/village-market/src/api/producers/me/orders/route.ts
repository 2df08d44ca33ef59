import type { MedusaResponse } from "@medusajs/framework/http"
import { TRADE } from "../../../../modules/trade"
import { OwnOrderSearch } from "../../../../seller/own-order-search"
import { listOwnOrders } from "../../../../seller/own-orders"
import { keyInOrder } from "../../../../workflows/key-in-order"
import type { ProducerRequest } from "../../../actors"
import { idempotencyKey } from "../../../idempotency-key"
import { readBody } from "../../../read-body"
import { readPhoneOrder } from "../../../read-phone-order"

/** The parts this producer has heard of, newest first: `?status=new,packed&q=&from=&to=&limit=&offset=`. */
export const GET = async (req: ProducerRequest, res: MedusaResponse) => {
  const search = readBody(OwnOrderSearch, req.query)
  const found = await listOwnOrders(req.scope, req.producer.id, search)
  res.json({ ...found, limit: search.limit, offset: search.offset })
}

/** An order that came by phone, for this producer's own products. The same `Idempotency-Key` makes one order. */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const { id, name } = req.producer
  const form = readPhoneOrder(req)
  const { order_id } = await keyInOrder(req.scope, { kind: "producer", id, name }, form, idempotencyKey(req))
  const parts = await req.scope.resolve(TRADE).partsOfOrder(order_id)
  res.status(201).json({ order: parts.find(({ producer_id }) => producer_id === id) })
}
