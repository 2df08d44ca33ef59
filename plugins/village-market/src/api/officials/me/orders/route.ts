import type { MedusaResponse } from "@medusajs/framework/http"
import { findOrders, OfficeOrderSearch, officePart } from "../../../../office/find-orders"
import type { OfficialRequest } from "../../../actors"

/** Parts of orders of the sellers in the area, newest first. `?status=&overdue=1&commune=&limit=&offset=` */
export const GET = async (req: OfficialRequest, res: MedusaResponse) => {
  const search = OfficeOrderSearch.parse(req.query)
  const { parts, ...counts } = await findOrders(req.scope, req.official, search)
  const { limit, offset } = search
  res.json({ producer_orders: parts.map(officePart), ...counts, limit, offset })
}
