import { z } from "@medusajs/framework/zod"
import { OUTCOMES } from "./vnpay/codes"

/** PostgreSQL hands `bigint` over as text; a payment stays far below 2^53 đồng. */
const Dong = z.coerce.number().int().safe()

/** What has become of the money of a captured attempt: nothing decided yet, an order, or back it must go. */
export const COMPLETIONS = ["none", "open", "completed", "refund_due"] as const

/** One try of a buyer to pay one basket. Its result is what the gateway said, whatever happens to basket and session. */
export const PaymentAttemptRow = z.object({
  id: z.string(),
  provider: z.string(),
  txn_ref: z.string(),
  session_id: z.string(),
  cart_id: z.string().nullable(),
  amount: Dong,
  create_date: z.string(),
  expire_date: z.string(),
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

/** An attempt as it is born. */
export type NewPaymentAttempt = Pick<
  PaymentAttempt,
  "provider" | "txn_ref" | "session_id" | "amount" | "create_date" | "expire_date"
>
