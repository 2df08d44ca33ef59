import { z } from "@medusajs/framework/zod"

const Dong = z.coerce.number().int().safe()

/** One movement on the shop's account, as SePay or a statement tells it. */
export const BankTransactionRow = z.object({
  id: z.string(),
  source: z.enum(["sepay", "statement"]),
  /** SePay's id, or what makes a line of a statement itself. */
  source_id: z.string(),
  statement_id: z.string().nullable(),
  account: z.string(),
  direction: z.enum(["in", "out"]),
  amount: Dong,
  content: z.string(),
  /** The bank's own number of the movement. */
  bank_reference: z.string().nullable(),
  booked_at: z.date(),
  /** Only the day of `booked_at` is known, and it says the day's beginning. */
  whole_day: z.boolean(),
  raw: z.string(),
  received_at: z.date(),
})
export type BankTransaction = z.infer<typeof BankTransactionRow>
export type NewBankTransaction = Omit<BankTransaction, "id" | "received_at">

export const DECISIONS = [
  "captured",
  "review",
  "not_ours",
  "same",
  "matched",
  "give_back",
  "ignored",
  "undone",
] as const

/** Why a transfer is nobody's payment by itself. */
export const REVIEW_REASONS = [
  "no_reference",
  "unknown_reference",
  "several_references",
  "less",
  "more",
  "late",
  "second",
  "order_gone",
  /** Another account, and a reference of ours: the shop had that account once, or still has. */
  "other_account",
] as const
export type ReviewReason = (typeof REVIEW_REASONS)[number]

/** A decision about a transaction; the one with the highest number stands. */
export const BankDecisionRow = z.object({
  id: z.string(),
  transaction_id: z.string(),
  number: z.number().int(),
  kind: z.enum(DECISIONS),
  reason: z.string().nullable(),
  attempt_id: z.string().nullable(),
  same_as: z.string().nullable(),
  decided_by: z.string(),
  note: z.string().nullable(),
  decided_at: z.date(),
})
export type BankDecision = z.infer<typeof BankDecisionRow>
export type NewBankDecision = Pick<BankDecision, "transaction_id" | "kind" | "decided_by"> &
  Partial<Pick<BankDecision, "reason" | "attempt_id" | "same_as" | "note">>
