import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { decideTransferWorkflow, TransferDecision } from "../../../../../workflows/decide-transfer"
import { readBody } from "../../../../read-body"
import { byOperator } from "../../../operator"

/** Decides about a transfer: match it to an order, give it back, ignore it, undo. 409 with the reason if refused. */
export const POST = async (req: AuthenticatedMedusaRequest<object>, res: MedusaResponse) => {
  const input = readBody(TransferDecision, { ...req.body, decision: req.params.decision })
  const { name, id: operator } = await byOperator(req)
  const id = String(req.params.id)
  await decideTransferWorkflow(req.scope).run({ input: { id, by: name ?? operator, input } })
  res.json({ id })
}
