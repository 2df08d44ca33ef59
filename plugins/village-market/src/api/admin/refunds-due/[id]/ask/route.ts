import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { GATEWAY } from "../../../../../modules/gateway"
import { wakeRefunds } from "../../../../../payments/carry-out-refunds"

/** Asks the gateway now what became of a refund it gave no clear answer on; it would be asked later by itself. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const asked = await req.scope.resolve(GATEWAY).askRefundNow(String(req.params.id))
  if (!asked) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such refund in doubt")
  wakeRefunds(req.scope)
  res.json({ id: req.params.id, asked: true })
}
