import type { PaymentNotice } from "../modules/gateway/payment-notice"
import type { PaymentAttempt } from "../modules/gateway/rows"
import type { RefundReason } from "./next-step"

export type ReturnView =
  | { kind: "order"; orderId: string }
  | { kind: "waiting" }
  | { kind: "review" }
  /** Why no order holds the money. */
  | { kind: "refund"; reason: ReturnedBecause }
  /** vnp_ResponseCode: why no money was taken. */
  | { kind: "failed"; code: string }

/**
 * What a buyer coming back from VNPay is told. The stored result rules; the signed answer the browser brings only
 * spares the buyer of a failed payment the wait for the notice, and never makes a payment paid.
 */
export function returnView(attempt: PaymentAttempt, answer: PaymentNotice): ReturnView {
  if (attempt.completion === "completed" && attempt.order_id) return { kind: "order", orderId: attempt.order_id }
  if (attempt.completion === "refund_due") return { kind: "refund", reason: reasonOf(attempt) }
  if (attempt.state === "captured") return { kind: "waiting" }
  const state = attempt.state === "pending" ? answer.outcome : attempt.state
  if (state === "failed") return { kind: "failed", code: attempt.response_code ?? answer.responseCode }
  return { kind: state === "review" ? "review" : "waiting" }
}

/** The reasons of a basket. */
const REASONS = ["paid_twice", "basket_changed", "order_failed"] as const satisfies readonly RefundReason[]
type ReturnedBecause = (typeof REASONS)[number]

const reasonOf = ({ last_error }: PaymentAttempt) => REASONS.find((known) => known === last_error) ?? "order_failed"
