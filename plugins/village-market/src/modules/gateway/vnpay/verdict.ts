import type { PaymentNotice } from "../payment-notice"
import type { PaymentAttempt } from "../rows"

/** VNPay's answers to a payment notice; on 00 and 02 it stops calling, on the others it calls again. */
export const REPLIES = {
  "00": "Confirm Success",
  "01": "Order not found",
  "02": "Order already confirmed",
  "04": "invalid amount",
  "97": "Invalid signature",
  "99": "Unknow error",
} as const
export type Verdict = keyof typeof REPLIES

export const reply = (verdict: Verdict) => ({ RspCode: verdict, Message: REPLIES[verdict] })

/** What a signed notice is worth against the attempt it names, in VNPay's order: known, right amount, not yet decided. */
export function judge(
  attempt: PaymentAttempt | undefined,
  notice: PaymentNotice,
): Extract<Verdict, "00" | "01" | "02" | "04"> {
  if (!attempt) return "01"
  if (notice.amount !== attempt.amount) return "04"
  return attempt.state === "pending" ? "00" : "02"
}
