import { OwnOrderSearch } from "../../../seller/own-order-search"
import { listOwnOrders } from "../../../seller/own-orders"
import { page } from "../../../web/page"
import { OrderList } from "../../../web/producer-orders/order-list"
import type { Asked } from "../../../web/producer-orders/order-search"
import { orders } from "../../../web/text/orders"
import type { ProducerRequest } from "../../actors"

const FIELDS = ["status", "q", "from", "to"] as const

/** A producer's orders, by state, day, number or buyer. A search that makes no sense shows everything and says so. */
export const GET = page<ProducerRequest>(async (req, page) => {
  const asked: Asked = {}
  for (const field of FIELDS) {
    const value = req.query[field]
    if (typeof value === "string" && value.trim()) asked[field] = value.trim().slice(0, 100)
  }
  const read = OwnOrderSearch.safeParse({ ...asked, limit: 24, offset: req.query.offset ?? 0 })
  const search = read.success ? read.data : OwnOrderSearch.parse({ limit: 24 })
  const found = await listOwnOrders(req.scope, req.producer.id, search)
  const errors = read.success ? undefined : { q: orders[page.lang].searchWrong }
  const body = <OrderList page={page} found={found} asked={asked} {...search} errors={errors} />
  return { status: read.success ? 200 : 400, body }
})
