import type { PaymentNotice } from "../payment-notice"
import type { PaymentAttempt } from "../rows"
import { NEVER_PAID } from "../to-ask"

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
  // That nobody has paid was only our conclusion; a gateway that says otherwise knows better.
  const undecided = attempt.state === "pending" || (attempt.state === "failed" && attempt.last_error === NEVER_PAID)
  return undecided ? "00" : "02"
}
