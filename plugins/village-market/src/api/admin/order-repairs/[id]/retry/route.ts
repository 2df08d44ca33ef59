import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { TRADE } from "../../../../../modules/trade"
import { finishOrder } from "../../../../../workflows/trade/finish-order"

/** Tries at once what the job would try next; answers 409 with what is still wrong. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const order_id = String(req.params.id)
  const trade = req.scope.resolve(TRADE)
  const open = (await trade.openRepairs()).some((repair) => repair.order_id === order_id)
  if (!open) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such repair")
  const problem = await finishOrder(req.scope, order_id)
  if (problem) throw new MedusaError(MedusaError.Types.CONFLICT, problem)
  res.json({ order_id, solved: true })
}
