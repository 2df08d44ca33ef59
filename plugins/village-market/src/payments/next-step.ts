/** Tries to make an order of money that is there; a basket that refuses (stock gone) will refuse again. */
const TRIES = { refused: 2, error: 8 }

/** What stands in the shop for a captured attempt whose end is still open. */
export type Situation = {
  amount: number
  tries: number
  superseded: boolean
  /** The order of the attempt's basket. */
  orderId?: string
  /** Medusa's session of this attempt; gone when the basket changed. */
  sessionAmount?: number
  /** Medusa's payment made from that session. */
  payment?: { captured: boolean; canceled: boolean }
  /** Another attempt has been settled as the one that paid the order. */
  completedOther: boolean
  /** The order is paid, or promised, otherwise. */
  paidOtherwise: boolean
  /** How completing went, if it has been tried this time. */
  outcome?: keyof typeof TRIES
}

export type RefundReason =
  | "paid_twice"
  | "basket_changed"
  | "order_failed"
  | "operator"
  /** The part paid at the door costs something else by now. */
  | "door_changed"
  /** The stall sale was taken back before the money came. */
  | "sale_cancelled"

export type NextStep =
  | { kind: "complete"; orderId: string }
  | { kind: "process" }
  | { kind: "refund"; reason: RefundReason }
  | { kind: "again" }

/** What to do next with money that has been taken: an order must hold it, or it must go back; nothing in between lasts. */
export function nextStep(now: Situation): NextStep {
  if (now.completedOther) return { kind: "refund", reason: "paid_twice" }
  if (now.orderId && now.payment?.captured) return { kind: "complete", orderId: now.orderId }
  if (now.orderId && now.paidOtherwise) return { kind: "refund", reason: "paid_twice" }
  if (!now.orderId && now.payment?.canceled) return { kind: "refund", reason: "order_failed" }
  if (now.superseded || now.sessionAmount !== now.amount) {
    // A basket that cannot be completed gets a new session from Medusa, which supersedes this one.
    return { kind: "refund", reason: now.outcome ? "order_failed" : "basket_changed" }
  }
  if (!now.outcome) return { kind: "process" }
  const tries = TRIES[now.outcome]
  // An order that is there without its payment is put right however long it takes.
  return !now.orderId && now.tries >= tries ? { kind: "refund", reason: "order_failed" } : { kind: "again" }
}
