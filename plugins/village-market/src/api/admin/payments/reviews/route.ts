import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { GATEWAY } from "../../../../modules/gateway"
import { reviewEvidence } from "../../../../payments/review-evidence"

/** Payments of which VNPay says neither paid nor unpaid, oldest first, then those lately decided, all with the evidence. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const reviews = await req.scope.resolve(GATEWAY).reviews()
  res.json({ reviews: await Promise.all(reviews.map((review) => reviewEvidence(req.scope, review))) })
}
