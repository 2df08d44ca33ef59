import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { COUPONS } from "../../../modules/coupons"
import { couponJson, createCoupon } from "../../coupons"
import { spendPerFunder } from "./spend-per-funder"

/** The platform's and all producers' coupons, newest first, and what they have cost each funder; whole đồng. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const coupons = await req.scope.resolve(COUPONS).list()
  res.json({ coupons: coupons.map(couponJson), spend: spendPerFunder(coupons) })
}

/** A coupon of the platform, over the goods of all producers. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const coupon = await createCoupon(req, req.auth_context.actor_id, null)
  res.status(201).json({ coupon: couponJson(coupon) })
}
