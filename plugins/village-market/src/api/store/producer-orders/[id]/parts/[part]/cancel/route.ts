import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Cancel, cancelAsBuyer } from "../../../../../../../buyer/buyer-acts"
import { readBody } from "../../../../../../read-body"
import { buyersOrder, orderJson } from "../../../../buyers-order"

/** Cancels a part before it is packed, or `lines: [{line_id, quantity}]` of it; the same `key` is the same cancellation. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { holder } = await buyersOrder(req)
  await cancelAsBuyer(req.scope, holder, String(req.params.part), readBody(Cancel, req.body))
  res.json({ order: orderJson((await buyersOrder(req)).order) })
}
