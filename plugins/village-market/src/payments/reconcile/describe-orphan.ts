/** Money that was taken and that is neither in an order nor back with the buyer. */
export type OrphanFacts = {
  completion: "open" | "refund_due"
  superseded: boolean
  tries: number
  /** Why settling failed, or, once it goes back, the reason for that. */
  lastError: string | null
  nextTryAt: Date | null
  /** The debt the money goes back under, and the last try to send it. */
  due?: {
    byGateway: boolean
    last?: { state: "intended" | "confirmed" | "refused" | "unknown"; reason: string | null; nextTryAt: Date | null }
  }
}

export type OrphanWhy = "settling" | "settling_fails" | "superseded" | "going_back"
/** What happens next by itself; `by_hand` and `decide` wait for the operator. */
export type OrphanNext = "settle" | "send_refund" | "ask_refund" | "book_refund" | "by_hand" | "decide"

export type OrphanState = {
  why: OrphanWhy
  /** Why it goes back: `paid_twice`, `basket_changed`, `order_failed`, `operator`. */
  reason: string | null
  next: OrphanNext
  at: Date | null
}

/** Why such money has no place yet, and what happens to it next and when. */
export function describeOrphan({ completion, superseded, tries, lastError, nextTryAt, due }: OrphanFacts): OrphanState {
  if (completion === "open") {
    const why = superseded ? "superseded" : tries > 1 && lastError ? "settling_fails" : "settling"
    return { why, reason: null, next: "settle", at: nextTryAt }
  }
  const back = { why: "going_back" as const, reason: lastError }
  if (!due?.byGateway) return { ...back, next: "by_hand", at: null }
  const { last } = due
  switch (last?.state) {
    case undefined:
      return { ...back, next: "send_refund", at: null }
    case "intended":
    case "unknown":
      return { ...back, next: "ask_refund", at: last.nextTryAt }
    case "confirmed":
      return { ...back, next: "book_refund", at: last.nextTryAt }
    case "refused":
      return { ...back, next: last.nextTryAt ? "send_refund" : "decide", at: last.nextTryAt }
  }
}
