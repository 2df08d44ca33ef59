import Stripe from "stripe"
import { refundAnswer, refundError } from "./refund-answer"

const expected = { amount: 50_000, paymentIntent: "pi_1" }
const refund = (changes: object) =>
  ({
    id: "re_1",
    amount: 50_000,
    currency: "vnd",
    payment_intent: "pi_1",
    status: "succeeded",
    ...changes,
  }) as Stripe.Refund

it.each([
  ["succeeded", {}, { kind: "confirmed", transactionNo: "re_1" }],
  ["pending", { status: "pending" }, { kind: "unknown", reason: "pending" }],
  ["waiting for the buyer", { status: "requires_action" }, { kind: "unknown", reason: "requires_action" }],
  ["canceled", { status: "canceled" }, { kind: "refused", reason: "canceled" }],
  [
    "failed",
    { status: "failed", failure_reason: "lost_or_stolen_card" },
    { kind: "refused", reason: "lost_or_stolen_card" },
  ],
  ["failed without a word", { status: "failed" }, { kind: "refused", reason: "failed" }],
  ["without a status", { status: null }, { kind: "unknown", reason: "status" }],
  ["of another amount", { amount: 50_001 }, { kind: "unknown", reason: "another_amount" }],
  ["in another currency", { currency: "usd" }, { kind: "unknown", reason: "another_amount" }],
  ["of another payment", { payment_intent: "pi_2" }, { kind: "unknown", reason: "another_payment" }],
])("a refund %s", (_, changes, answer) => {
  expect(refundAnswer(refund(changes), expected)).toEqual(answer)
})

const { errors } = Stripe
const raw = (code?: string) => ({ message: "…", type: "invalid_request_error", code }) as never

it("a request that Stripe has read and turned down is refused; anything else says nothing", () => {
  expect(refundError(new errors.StripeInvalidRequestError(raw("charge_already_refunded")))).toEqual({
    kind: "refused",
    reason: "charge_already_refunded",
  })
  for (const doubt of [
    new errors.StripeConnectionError(raw()),
    new errors.StripeAPIError(raw()),
    new errors.StripeRateLimitError(raw()),
    new errors.StripeIdempotencyError(raw()),
  ])
    expect(refundError(doubt).kind).toBe("unknown")
  expect(() => refundError(new Error("a mistake of ours"))).toThrow("a mistake of ours")
})
