import { contradiction } from "./contradiction"
import type { PaymentNotice } from "./payment-notice"
import type { PaymentAttempt } from "./rows"
import type { Outcome } from "./vnpay/codes"

const attempt = (state: Outcome, more: Partial<PaymentAttempt> = {}) =>
  ({ provider: "vnpay", amount: 150_000, state, ...more }) as PaymentAttempt
const notice = (outcome: Outcome, responseCode: string, transactionStatus: string, amount = 150_000) =>
  ({ outcome, responseCode, transactionStatus, amount }) as PaymentNotice

const table: [string, Outcome, PaymentNotice, "review" | "task" | undefined][] = [
  ["paid after it was written off", "failed", notice("captured", "00", "00"), "review"],
  ["suspected after it was written off", "failed", notice("review", "07", "02"), "review"],
  ["reversed after it was written off", "failed", notice("review", "00", "04"), "review"],
  ["failed again", "failed", notice("failed", "24", "02"), undefined],
  ["failed after it was paid", "captured", notice("failed", "24", "02"), "task"],
  ["suspected after it was paid", "captured", notice("review", "00", "07"), "task"],
  ["paid again", "captured", notice("captured", "00", "00"), undefined],
  ["a refund under way", "captured", notice("review", "00", "05"), undefined],
  ["a refund that is done, as querydr shows it", "captured", notice("review", "00", "00"), undefined],
  ["still with a person", "review", notice("captured", "00", "00"), undefined],
  ["of another amount", "failed", notice("captured", "00", "00", 150_001), undefined],
]

it.each(table)("VNPay's word after the decision: %s", (_, state, word, expected) => {
  expect(contradiction(attempt(state), word)).toBe(expected)
})

it("concerns VNPay alone: others have ways of their own", () => {
  expect(contradiction(attempt("failed", { provider: "bank" }), notice("captured", "00", "00"))).toBeUndefined()
})
