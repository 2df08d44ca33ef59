import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { wakeSettling } from "../../../../../../payments/settle-payments"
import { decidePaymentReviewWorkflow, ReviewDecision } from "../../../../../../workflows/decide-payment-review"
import { readBody } from "../../../../../read-body"
import { byOperator } from "../../../../operator"

/** The operator decides that the money came, which makes an order of it or a debt to the buyer, or that none came. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const decision = readBody(ReviewDecision, req.body)
  const actor = await byOperator(req)
  const id = String(req.params.id)
  await decidePaymentReviewWorkflow(req.scope).run({ input: { ...decision, payment_attempt_id: id, actor } })
  if (decision.decision === "came") wakeSettling(req.scope)
  res.json({ id, decision: decision.decision })
}
