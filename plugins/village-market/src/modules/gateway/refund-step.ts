import type { RefundAttempt } from "./refund-rows"

/** Sent again by itself only so often; then a person has to look. */
const MOST_SENT = 5

/** What is known when the turn of a debt comes; amounts in whole đồng. */
export type RefundSituation = {
  amount: number
  captured: number
  /** Confirmed refunds of the payment, whatever debt they were for. */
  refunded: number
  /** Another debt's refund of the same payment is under way, or not in the shop's books yet. */
  underWay: boolean
  last?: Pick<RefundAttempt, "state" | "reason" | "number" | "next_try_at">
}

export type RefundStep = "send" | "refuse" | "ask" | "book" | "wait"

/**
 * The next step towards a debt paid back: nothing is sent while anything is in doubt, never more than was captured
 * (by whole đồng; Medusa's own guard lets one đồng too much through), and what the gateway refused only when asked.
 */
export function refundStep({ amount, captured, refunded, underWay, last }: RefundSituation, now: Date): RefundStep {
  const due = last === undefined || (last.next_try_at !== null && last.next_try_at <= now)
  if (!due) return "wait"
  if (last?.state === "confirmed") return "book"
  // Found as intended when its turn comes: whoever was to send it is gone, and may have sent it.
  if (last?.state === "intended" || last?.state === "unknown") return "ask"
  if (underWay) return "wait"
  return refunded + amount > captured ? "refuse" : "send"
}

/** When a refund that never arrived is sent again: at once, until it has been sent too often. */
export const mayResend = (number: number) => number < MOST_SENT
