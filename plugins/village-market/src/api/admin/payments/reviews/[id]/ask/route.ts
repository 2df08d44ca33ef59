import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { GATEWAY } from "../../../../../../modules/gateway"
import { askGateway } from "../../../../../../payments/ask-gateway"
import { reviewEvidence } from "../../../../../../payments/review-evidence"

/** Asks VNPay (querydr) what it says of the payment now. The answer is evidence only: a person decides. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const gateway = req.scope.resolve(GATEWAY)
  const id = String(req.params.id)
  const review = await gateway.review(id)
  if (!review) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có khoản thanh toán cần xem này")
  const asked = await askGateway(req.scope, review.attempt)
  const now = (await gateway.review(id)) ?? review
  res.json({ asked: asked.kind, why: "why" in asked ? asked.why : null, review: await reviewEvidence(req.scope, now) })
}
