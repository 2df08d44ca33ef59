import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findOrders, hoursLate, OrderSearch } from "../../../office/find-orders"

/** Parts of all orders, newest first. `?status=&overdue=1&q=&from=&to=&commune=&limit=&offset=` */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const search = OrderSearch.parse(req.query)
  const { parts, ...counts } = await findOrders(req.scope, "everywhere", search)
  const { limit, offset } = search
  res.json({
    producer_orders: parts.map((part) => ({ ...part, hours_late: hoursLate(part) ?? null })),
    ...counts,
    ...{ limit, offset },
  })
}
