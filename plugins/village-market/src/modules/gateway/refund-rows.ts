import { z } from "@medusajs/framework/zod"

const Dong = z.coerce.number().int().safe()

/** One try to give money back through the gateway, stored before it is sent. */
export const RefundAttemptRow = z.object({
  id: z.string(),
  refund_due_id: z.string(),
  /** Which try of that debt. */
  number: z.number().int(),
  request_id: z.string(),
  payment_attempt_id: z.string(),
  amount: Dong,
  transaction_type: z.enum(["02", "03"]),
  state: z.enum(["intended", "confirmed", "refused", "unknown"]),
  /** Why it is refused or unknown: a code of the gateway's or a word of ours. */
  reason: z.string().nullable(),
  response_code: z.string().nullable(),
  transaction_status: z.string().nullable(),
  transaction_no: z.string().nullable(),
  /** How often the gateway has been asked what became of it. */
  asks: z.number().int(),
  next_try_at: z.date().nullable(),
  last_error: z.string().nullable(),
  booking_tries: z.number().int(),
  created_at: z.date(),
  decided_at: z.date().nullable(),
  /** Medusa has it in its books, or has nothing to book. */
  booked_at: z.date().nullable(),
})
export type RefundAttempt = z.infer<typeof RefundAttemptRow>
