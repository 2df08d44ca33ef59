import { readOwnOrder } from "../../../../seller/own-orders"
import { page } from "../../../../web/page"
import { type OrderDone, OwnOrderPage } from "../../../../web/producer-orders/order-page"
import { orders } from "../../../../web/text/orders"
import type { ProducerRequest } from "../../../actors"

const isDone = (word: unknown): word is OrderDone => Object.keys(orders.vi.done).some((done) => done === word)

export const GET = page<ProducerRequest>(async (req, page) => {
  const order = await readOwnOrder(req.scope, req.producer.id, String(req.params.id))
  const { done } = req.query
  return <OwnOrderPage page={page} order={order} done={isDone(done) ? done : undefined} />
})
