import type { MedusaResponse } from "@medusajs/framework/http"
import { COUPONS } from "../../../../modules/coupons"
import { pickLanguage } from "../../../../web/language"
import type { ProducerRequest } from "../../../actors"
import { couponJson, createCoupon, refuseUnopened } from "../../../coupons"

/** This producer's coupons with their use, newest first. */
export const GET = async (req: ProducerRequest, res: MedusaResponse) => {
  const coupons = await req.scope.resolve(COUPONS).list({ producerId: req.producer.id })
  res.json({ coupons: coupons.map(couponJson) })
}

/** A coupon over this producer's own goods, at its own cost. */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  refuseUnopened(req.producer.status, pickLanguage(req))
  const coupon = await createCoupon(req, req.auth_context.actor_id, req.producer.id)
  res.status(201).json({ coupon: couponJson(coupon) })
}
