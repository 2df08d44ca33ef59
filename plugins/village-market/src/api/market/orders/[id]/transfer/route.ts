import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readTransfer } from "../../../../../buyer/read-transfer"
import { stateOf } from "../../../../../web/orders/transfer"
import { ownOrder } from "../../own-order"

/** What has become of the transfer an order waits for; the order's page asks every few seconds. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { order } = await ownOrder(req)
  const transfer = await readTransfer(req.scope, order)
  res.setHeader("cache-control", "private, no-store")
  res.json({ state: transfer ? stateOf(transfer) : "over" })
}
