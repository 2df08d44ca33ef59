import { z } from "@medusajs/framework/zod"
import { PRODUCER_ORDER_STATUSES } from "./producer-order-status"

/** PostgreSQL hands `bigint` over as text; every amount here stays far below 2^53 đồng. */
export const Dong = z.coerce.number().int().safe()

export const PAYMENT_MEANS = ["vnpay", "cash"] as const

export const ProducerOrderRow = z.object({
  id: z.string(),
  display_no: z.string(),
  order_id: z.string(),
  cart_id: z.string(),
  producer_id: z.string(),
  status: z.enum(PRODUCER_ORDER_STATUSES),
  payment_means: z.enum(PAYMENT_MEANS),
  channel: z.enum(["web", "phone", "stall"]),
  buyer_name: z.string(),
  buyer_phone: z.string(),
  buyer_email: z.string().nullable(),
  buyer_province: z.string(),
  buyer_commune: z.string(),
  buyer_address: z.string(),
  language: z.enum(["vi", "en"]),
  shipping_name: z.string(),
  shipping_option_id: z.string(),
  goods: Dong,
  shipping: Dong,
  discount: Dong,
  total: Dong,
  created_at: z.date(),
  placed_at: z.date().nullable(),
  handed_over_at: z.date().nullable(),
  cash_collected: Dong,
  fulfillment_id: z.string().nullable(),
  notified_at: z.date().nullable(),
})
export type ProducerOrder = z.infer<typeof ProducerOrderRow>

export const ProducerOrderLineRow = z.object({
  id: z.string(),
  producer_order_id: z.string(),
  order_line_id: z.string(),
  product_id: z.string(),
  listing_id: z.string(),
  title: z.string(),
  unit: z.string(),
  quantity: Dong,
  unit_price: Dong,
  goods: Dong,
  discount: Dong,
  vat_rate_bp: z.number().int(),
  vat_basis: z.string(),
  vat: Dong,
  vsic_code: z.string(),
  vsic_version: z.string(),
  ocop_stars: z.number().int().nullable(),
  ocop_status: z.string(),
  commune_code: z.string(),
  village_id: z.string().nullable(),
  producer_kind: z.string(),
  /** Equal for shops of one owner: the holding key, or the producer's id where no tax code is known. */
  holding: z.string(),
})
export type ProducerOrderLine = z.infer<typeof ProducerOrderLineRow>

/** A producer's part as it is born: everything but what later moves fill in. */
export type NewProducerOrder = Omit<
  ProducerOrder,
  "status" | "created_at" | "placed_at" | "handed_over_at" | "cash_collected" | "fulfillment_id" | "notified_at"
>
export type NewPart = { order: NewProducerOrder; lines: ProducerOrderLine[] }

export const RefundDueRow = z.object({
  id: z.string(),
  amount: Dong,
  reason: z.string(),
  order_id: z.string().nullable(),
  cart_id: z.string().nullable(),
  payment_attempt_id: z.string().nullable(),
  created_at: z.date(),
  returned_at: z.date().nullable(),
  returned_by: z.string().nullable(),
  returned_note: z.string().nullable(),
})
export type RefundDue = z.infer<typeof RefundDueRow>
