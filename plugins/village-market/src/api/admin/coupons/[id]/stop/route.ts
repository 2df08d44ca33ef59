import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { couponJson, stopCoupon } from "../../../../coupons"

/** Stops any coupon, the platform's or a producer's; again changes nothing. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  res.json({ coupon: couponJson(await stopCoupon(req.scope, String(req.params.id), req.auth_context.actor_id)) })
}
