import { z } from "@medusajs/framework/zod"
import { OUTCOMES } from "./vnpay/codes"

/** PostgreSQL hands `bigint` over as text; a payment stays far below 2^53 đồng. */
const Dong = z.coerce.number().int().safe()

/** What has become of the money of a captured attempt: nothing decided yet, an order, or back it must go. */
export const COMPLETIONS = ["none", "open", "completed", "refund_due"] as const

/** What an attempt pays: a basket; a part promised in cash, at the door; a sale at a village stall. */
export const PURPOSES = ["basket", "door", "stall"] as const
export const PROVIDERS = ["vnpay", "bank", "stripe"] as const

/** One try of a buyer to pay one basket. Its result is what the gateway said, whatever happens to basket and session. */
export const PaymentAttemptRow = z.object({
  id: z.string(),
  provider: z.enum(PROVIDERS),
  purpose: z.enum(PURPOSES),
  /** The part paid at the door, or the stall sale. */
  subject_id: z.string().nullable(),
  txn_ref: z.string(),
  /** Medusa's payment session; baskets only. */
  session_id: z.string().nullable(),
  cart_id: z.string().nullable(),
  amount: Dong,
  /** The gateway's own name of the attempt. */
  external_id: z.string().nullable(),
  /** VNPay's `vnp_BankCode`, when the buyer has chosen a method. */
  method: z.string().nullable(),
  /** The two dates VNPay signs, on its clock. */
  create_date: z.string().nullable(),
  expire_date: z.string().nullable(),
  /** Until when the gateway lets the buyer pay it. */
  expires_at: z.date().nullable(),
  /** How often the gateway was asked about it without a final answer, and when it is asked next. */
  asks: z.number().int(),
  ask_at: z.date().nullable(),
  state: z.enum(OUTCOMES),
  response_code: z.string().nullable(),
  transaction_status: z.string().nullable(),
  transaction_no: z.string().nullable(),
  bank_code: z.string().nullable(),
  pay_date: z.string().nullable(),
  decided_at: z.date().nullable(),
  /** The basket changed or another attempt took its place; the buyer may still pay this one at the gateway. */
  superseded_at: z.date().nullable(),
  completion: z.enum(COMPLETIONS),
  tries: z.number().int(),
  next_try_at: z.date().nullable(),
  last_error: z.string().nullable(),
  order_id: z.string().nullable(),
  created_at: z.date(),
})
export type PaymentAttempt = z.infer<typeof PaymentAttemptRow>

/** An attempt as it is born; what is left out is null, the purpose a basket. */
export type NewPaymentAttempt = Pick<PaymentAttempt, "provider" | "txn_ref" | "amount"> &
  Partial<
    Pick<
      PaymentAttempt,
      | "purpose"
      | "subject_id"
      | "session_id"
      | "external_id"
      | "method"
      | "create_date"
      | "expire_date"
      | "expires_at"
      | "ask_at"
    >
  >
