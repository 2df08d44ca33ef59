import type { PaymentAttempt } from "../modules/gateway/rows"

/** What a buyer coming back from Stripe is told, by what is stored alone: the address proves nothing but who may ask. */
export type StripeReturnView =
  | { kind: "order"; orderId: string }
  | { kind: "waiting" | "review" | "refund" | "superseded" }
  /** `unpaid`: Stripe has said so just now, or for good. */
  | { kind: "cancelled"; unpaid: boolean }
  | { kind: "failed"; expired: boolean }

type Stored = Pick<
  PaymentAttempt,
  "completion" | "order_id" | "state" | "superseded_at" | "response_code" | "transaction_status"
>

/**
 * `cancelled`: the buyer came back by the way out of Stripe's page, which money taken meanwhile overrules; `heard`:
 * Stripe has answered just now what has become of it.
 */
export function stripeReturnView(attempt: Stored, cancelled: boolean, heard = false): StripeReturnView {
  if (attempt.completion === "completed" && attempt.order_id) return { kind: "order", orderId: attempt.order_id }
  if (attempt.completion === "refund_due") return { kind: "refund" }
  if (attempt.state === "captured") return { kind: "waiting" }
  if (attempt.state === "review") return { kind: "review" }
  if (cancelled) return { kind: "cancelled", unpaid: heard || attempt.state === "failed" }
  if (attempt.superseded_at) return { kind: "superseded" }
  if (attempt.state === "pending") return { kind: "waiting" }
  return { kind: "failed", expired: attempt.transaction_status === "expired" }
}
