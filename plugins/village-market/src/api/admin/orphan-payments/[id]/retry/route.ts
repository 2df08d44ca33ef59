import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { GATEWAY } from "../../../../../modules/gateway"
import { wakeRefunds } from "../../../../../payments/carry-out-refunds"
import { wakeSettling } from "../../../../../payments/settle-payments"

/** Tries at once what would be tried later: to make an order of the money, or to send it back. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const gateway = req.scope.resolve(GATEWAY)
  const [orphan] = await gateway.reconciliation.orphans({ id: String(req.params.id) })
  if (!orphan) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such payment without a place")
  if (orphan.completion === "open") {
    await gateway.reconciliation.settleNow(orphan.id)
    wakeSettling(req.scope)
  } else {
    if (orphan.due) await gateway.retryRefund(orphan.due.id)
    wakeRefunds(req.scope)
  }
  res.json({ id: orphan.id, retried: true })
}
