import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { GATEWAY } from "../../../../../modules/gateway"
import { wakeRefunds } from "../../../../../payments/carry-out-refunds"

/** Sends a refund again that VNPay has refused. Nothing else can be sent again: what is in doubt is looked up. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const retried = await req.scope.resolve(GATEWAY).retryRefund(String(req.params.id))
  if (!retried) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such refused refund")
  wakeRefunds(req.scope)
  res.json({ id: req.params.id, retried: true })
}
