import { z } from "@medusajs/framework/zod"
import { Dong } from "../trade/rows"

export const COUPON_KINDS = ["percent", "fixed"] as const
export const FUNDERS = ["platform", "producer"] as const

/** The rule of a coupon: what it takes off, from whose goods, and who pays for it. */
export const CouponRow = z.object({
  /** Medusa's promotion that carries the code and counts its uses. */
  promotion_id: z.string(),
  code: z.string(),
  funded_by: z.enum(FUNDERS),
  /** Whose goods it is for; nobody's in particular when the platform funds it. */
  producer_id: z.string().nullable(),
  kind: z.enum(COUPON_KINDS),
  /** Whole per cent, or whole đồng. */
  value: Dong,
  /** What the goods it is for must come to before any discount, whole đồng. */
  minimum: Dong,
  max_uses: z.number().int().nullable(),
  /** Stands beside other coupons of the same funder that say so too. */
  combines: z.boolean(),
  starts_at: z.date(),
  /** The first instant at which it is over. */
  ends_at: z.date().nullable(),
  created_by: z.string(),
  created_at: z.date(),
  stopped_by: z.string().nullable(),
  stopped_at: z.date().nullable(),
})
export type Coupon = z.infer<typeof CouponRow>

export type NewCoupon = Omit<Coupon, "created_at" | "stopped_by" | "stopped_at">
