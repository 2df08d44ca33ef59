import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { giveBackNow } from "../../../../../payments/reconcile/give-back-now"

/** Gives money without a place back to the buyer now. Refused (409) when it is on its way back, or in an order after all. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const outcome = await giveBackNow(req.scope, String(req.params.id))
  if (outcome === "unknown") throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such payment")
  if (outcome === "not_open") {
    throw new MedusaError(
      MedusaError.Types.CONFLICT,
      "Khoản này đã vào đơn hoặc đang được trả lại, xin xem lại danh sách",
    )
  }
  if (outcome === "in_order") {
    throw new MedusaError(MedusaError.Types.CONFLICT, "Khoản này đã thành đơn hàng, không trả lại ở đây được")
  }
  res.json({ id: req.params.id, given_back: true })
}
