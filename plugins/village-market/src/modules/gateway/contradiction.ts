import type { PaymentNotice } from "./payment-notice"
import type { PaymentAttempt } from "./rows"

/**
 * What a signed word of VNPay means for an attempt that is decided already. `review`: it was written off, and VNPay
 * says that money moved: back to a person it goes, for the two words may have come in any order. `task`: an order or a
 * debt already rests on its money, and VNPay says that it was not paid, or is in doubt: a person is told. What VNPay
 * shows of a payment that has been given back since (status 05, 06, a refund's own) contradicts nothing.
 */
export function contradiction(
  attempt: Pick<PaymentAttempt, "provider" | "amount" | "state">,
  notice: PaymentNotice,
): "review" | "task" | undefined {
  if (attempt.provider !== "vnpay" || notice.amount !== attempt.amount) return undefined
  const doubtful = notice.responseCode === "07" || ["04", "07"].includes(notice.transactionStatus)
  if (attempt.state === "failed") return notice.outcome === "captured" || doubtful ? "review" : undefined
  if (attempt.state === "captured") return notice.outcome === "failed" || doubtful ? "task" : undefined
  return undefined
}
