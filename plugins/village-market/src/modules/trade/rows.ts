import { z } from "@medusajs/framework/zod"
import { DELIVERY_KINDS } from "../../shipping/quote"
import { ORDER_ROLES, PRODUCER_ORDER_STATUSES } from "./producer-order-status"

/** PostgreSQL hands `bigint` over as text; every amount here stays far below 2^53 đồng. */
export const Dong = z.coerce.number().int().safe()

export const PAYMENT_MEANS = ["vnpay", "bank", "stripe", "cash"] as const
export type PaymentMeans = (typeof PAYMENT_MEANS)[number]
/** Means whose gateway takes refunds; all other money goes back by hand. */
export const GATEWAY_MEANS: readonly PaymentMeans[] = ["vnpay", "stripe"]

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
  /** The row of the rate table the shipping was worked out by. */
  shipping_rate_id: z.string().nullable(),
  delivery_kind: z.enum(DELIVERY_KINDS),
  /** Name and address of the collection point, as the buyer chose it. */
  pickup_place: z.string().nullable(),
  goods: Dong,
  shipping: Dong,
  discount: Dong,
  total: Dong,
  /** What the part costs now: the total less what was cancelled and returned. */
  due: Dong,
  created_at: z.date(),
  placed_at: z.date().nullable(),
  /** Until when the producer should accept or decline. */
  answer_by: z.date().nullable(),
  accepted_at: z.date().nullable(),
  packed_at: z.date().nullable(),
  handed_over_at: z.date().nullable(),
  delivered_at: z.date().nullable(),
  ended_at: z.date().nullable(),
  carrier: z.string().nullable(),
  tracking_code: z.string().nullable(),
  cash_collected: Dong,
  /** How what was promised in cash was paid in the end. */
  collected_by: z.enum(["cash", "bank"]).nullable(),
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
  /** As much of the discount as the marketplace pays; the rest is the seller's. */
  discount_platform: Dong,
  /** The line's share of the part's shipping. */
  shipping: Dong,
  vat_rate_bp: z.number().int(),
  vat_basis: z.string(),
  vat: Dong,
  commission_rule_id: z.string(),
  commission_rate_bp: z.number().int(),
  commission: Dong,
  tax_activity: z.string(),
  tax_rate_id: z.string(),
  tax_vat_bp: z.number().int(),
  tax_pit_bp: z.number().int(),
  /** Withheld from the seller, VAT and personal income tax. */
  tax_vat: Dong,
  tax_pit: Dong,
  /** Units taken back before and after the goods left. */
  cancelled: Dong,
  returned: Dong,
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
  | "status"
  | "due"
  | "created_at"
  | "placed_at"
  | "answer_by"
  | "accepted_at"
  | "packed_at"
  | "handed_over_at"
  | "delivered_at"
  | "ended_at"
  | "carrier"
  | "tracking_code"
  | "cash_collected"
  | "collected_by"
  | "fulfillment_id"
  | "notified_at"
>
export type NewLine = Omit<ProducerOrderLine, "cancelled" | "returned">
export type NewPart = { order: NewProducerOrder; lines: NewLine[] }

/** One cancellation or return: what it took from the part, whole đồng. */
export const PartChangeRow = z.object({
  id: z.string(),
  producer_order_id: z.string(),
  order_id: z.string(),
  kind: z.enum(["cancelled", "returned"]),
  by_role: z.enum(ORDER_ROLES),
  reason: z.string(),
  total: Dong,
  /** Returned goods that can be sold again. */
  restock: z.boolean(),
  created_at: z.date(),
  /** When Medusa's order and stock had followed. */
  followed_at: z.date().nullable(),
  restocked_at: z.date().nullable(),
})
export type PartChange = z.infer<typeof PartChangeRow>

/** The audit trail of a part: who moved it when, and why. */
export const OrderActRow = z.object({
  producer_order_id: z.string(),
  act: z.string(),
  from_status: z.enum(PRODUCER_ORDER_STATUSES),
  to_status: z.enum(PRODUCER_ORDER_STATUSES),
  actor_role: z.enum(ORDER_ROLES),
  actor_id: z.string(),
  actor_name: z.string().nullable(),
  reason: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()).nullable(),
  at: z.date(),
})
export type OrderAct = z.infer<typeof OrderActRow>

export const RETURN_REASONS = ["damaged", "wrong", "not_as_described", "changed_mind"] as const
export const RETURN_STATUSES = ["asked", "accepted", "received", "refused", "withdrawn"] as const

export const ReturnRequestRow = z.object({
  id: z.string(),
  producer_order_id: z.string(),
  order_id: z.string(),
  line_id: z.string(),
  quantity: Dong,
  reason: z.enum(RETURN_REASONS),
  note: z.string().nullable(),
  status: z.enum(RETURN_STATUSES),
  answer: z.string().nullable(),
  change_id: z.string().nullable(),
  asked_at: z.date(),
  answered_at: z.date().nullable(),
  closed_at: z.date().nullable(),
})
export type ReturnRequest = z.infer<typeof ReturnRequestRow>

/** A message to be sent, written in the transaction of what it tells of. */
export const OrderNoticeRow = z.object({
  id: z.string(),
  producer_order_id: z.string(),
  order_id: z.string(),
  audience: z.enum(["buyer", "producer", "helper"]),
  event: z.string(),
  data: z.record(z.string(), z.unknown()),
  created_at: z.date(),
  next_try_at: z.date().nullable(),
  tries: z.number().int(),
  sent_at: z.date().nullable(),
  last_error: z.string().nullable(),
})
export type OrderNotice = z.infer<typeof OrderNoticeRow>

/** An order whose parts could not be made, or that Medusa could not follow; a job tries again until it is solved. */
export const OrderRepairRow = z.object({
  order_id: z.string(),
  problem: z.string(),
  tries: z.number().int(),
  first_at: z.date(),
  last_at: z.date(),
  solved_at: z.date().nullable(),
})
export type OrderRepair = z.infer<typeof OrderRepairRow>

export const RefundDueRow = z.object({
  id: z.string(),
  amount: Dong,
  reason: z.string(),
  /** Cash and bank transfers go back by hand. */
  means: z.enum(PAYMENT_MEANS),
  order_id: z.string().nullable(),
  producer_order_id: z.string().nullable(),
  change_id: z.string().nullable(),
  cart_id: z.string().nullable(),
  payment_attempt_id: z.string().nullable(),
  created_at: z.date(),
  returned_at: z.date().nullable(),
  returned_by: z.string().nullable(),
  returned_note: z.string().nullable(),
})
export type RefundDue = z.infer<typeof RefundDueRow>
