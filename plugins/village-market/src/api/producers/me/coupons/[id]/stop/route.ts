import type { MedusaResponse } from "@medusajs/framework/http"
import type { ProducerRequest } from "../../../../../actors"
import { couponJson, stopCoupon } from "../../../../../coupons"

/** Nobody can use it from now on; again changes nothing. */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const coupon = await stopCoupon(req.scope, String(req.params.id), req.auth_context.actor_id, req.producer.id)
  res.json({ coupon: couponJson(coupon) })
}
