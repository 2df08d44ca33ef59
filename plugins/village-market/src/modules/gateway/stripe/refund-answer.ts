import Stripe from "stripe"
import type { RefundAnswer } from "../refund-answer"

/** The refund that is asked for or looked up, whole đồng. */
export type ExpectedRefund = { amount: number; paymentIntent: string }

/** What a refund at Stripe says about ours. Only `succeeded` is money gone back. */
export function refundAnswer(refund: Stripe.Refund, expected: ExpectedRefund): RefundAnswer {
  const intent = typeof refund.payment_intent === "string" ? refund.payment_intent : refund.payment_intent?.id
  if (intent !== expected.paymentIntent) return { kind: "unknown", reason: "another_payment" }
  if (refund.amount !== expected.amount || refund.currency !== "vnd")
    return { kind: "unknown", reason: "another_amount" }
  switch (refund.status) {
    case "succeeded":
      return { kind: "confirmed", transactionNo: refund.id }
    case "failed":
      return { kind: "refused", reason: refund.failure_reason ?? "failed" }
    case "canceled":
      return { kind: "refused", reason: "canceled" }
    default:
      // pending, requires_action, or a word Stripe has added since.
      return { kind: "unknown", reason: refund.status ?? "status" }
  }
}

/**
 * What a call for a refund that ended in an error says about it. Only a request Stripe has read and turned down is
 * refused; a clash of idempotency keys, too many calls, a lost connection or a fault of Stripe's own say nothing.
 */
export function refundError(error: unknown): RefundAnswer {
  if (!(error instanceof Stripe.errors.StripeError)) throw error
  const reason = error.code ?? error.type
  const refused =
    error instanceof Stripe.errors.StripeInvalidRequestError ||
    error instanceof Stripe.errors.StripeCardError ||
    error instanceof Stripe.errors.StripePermissionError ||
    error instanceof Stripe.errors.StripeAuthenticationError
  return { kind: refused ? "refused" : "unknown", reason }
}
