import type { MedusaResponse } from "@medusajs/framework/http"
import type { ProducerRequest } from "../../../../actors"
import { couponJson, oneCoupon } from "../../../../coupons"

export const GET = async (req: ProducerRequest, res: MedusaResponse) => {
  res.json({ coupon: couponJson(await oneCoupon(req.scope, String(req.params.id), req.producer.id)) })
}
