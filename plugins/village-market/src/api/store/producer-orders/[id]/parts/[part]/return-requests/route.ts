import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { askReturnAsBuyer, ReturnWish } from "../../../../../../../buyer/buyer-acts"
import { readBody } from "../../../../../../read-body"
import { buyersOrder, orderJson } from "../../../../buyers-order"

/** Asks to send units of a line back: `{line_id, quantity, reason, note?}`. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { holder } = await buyersOrder(req)
  const { id } = await askReturnAsBuyer(req.scope, holder, String(req.params.part), readBody(ReturnWish, req.body))
  res.status(201).json({ return_request: { id }, order: orderJson((await buyersOrder(req)).order) })
}
