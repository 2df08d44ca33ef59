import { z } from "@medusajs/framework/zod"
import { Dong } from "../trade/rows"
import { CouponRow } from "./rows"

/** A coupon and what it has done so far. */
export const CouponUseRow = CouponRow.extend({
  /** Uses as Medusa counts them against the limit. */
  used: z.number().int(),
  /** Orders placed with it that were not called off. */
  orders: z.coerce.number().int(),
  /** What it took off them, at its funder's cost. */
  spent: Dong,
  producer_name: z.string().nullable(),
})
export type CouponUse = z.infer<typeof CouponUseRow>

export const COUPON_STATES = ["coming", "running", "used_up", "over", "stopped"] as const
export type CouponState = (typeof COUPON_STATES)[number]

type Standing = Pick<CouponUse, "stopped_at" | "ends_at" | "starts_at" | "max_uses" | "used">

export function couponState(
  { stopped_at, ends_at, starts_at, max_uses, used }: Standing,
  now = new Date(),
): CouponState {
  if (stopped_at) return "stopped"
  if (ends_at && ends_at <= now) return "over"
  if (max_uses !== null && used >= max_uses) return "used_up"
  return starts_at > now ? "coming" : "running"
}
