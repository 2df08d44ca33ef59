/** The life of a producer's part of an order. Cash orders pass `awaiting_payment` at once: a promise stands. */
export const PRODUCER_ORDER_STATUSES = [
  "awaiting_payment",
  "placed",
  "accepted",
  "packed",
  "handed_over",
  "delivered",
  "completed",
  "expired",
  "cancelled",
  "returned",
] as const
export type ProducerOrderStatus = (typeof PRODUCER_ORDER_STATUSES)[number]

/** Who may move a part. `system` is the shop itself: a payment that arrived, a time limit that ran out. */
export const ORDER_ROLES = ["producer", "buyer", "operator", "system"] as const
export type OrderRole = (typeof ORDER_ROLES)[number]

type Rule = {
  to: ProducerOrderStatus
  /** From which states, by whom. */
  from: Partial<Record<OrderRole, readonly ProducerOrderStatus[]>>
  /** What becomes of the goods at the producer's location. */
  stock: "none" | "release" | "take" | "put_back"
  /** What becomes of the buyer's money; `give_back` as far as it was paid. */
  money: "none" | "stands" | "give_back" | "collect_cash"
  /** The kind of journal rows, one per line, written in the same transaction. */
  journal: "none" | "placed" | "cancelled" | "handed_over" | "returned"
}

const OPEN = ["placed", "accepted", "packed"] as const

/**
 * Every move a part can make. A household that packs or hands over what it never accepted has accepted it: fewer taps,
 * the same record. `cancel` and `return` end a part only when nothing of it is left; part-wise they change its lines.
 */
export const PRODUCER_ORDER_MOVES = {
  /** Money arrived, or the buyer promised cash. */
  place: {
    to: "placed",
    from: { system: ["awaiting_payment"] },
    stock: "none",
    money: "stands",
    journal: "placed",
  },
  /** No money came in time. */
  expire: {
    to: "expired",
    from: { system: ["awaiting_payment"], operator: ["awaiting_payment"] },
    stock: "release",
    money: "none",
    journal: "none",
  },
  accept: {
    to: "accepted",
    from: { producer: ["placed"], operator: ["placed"] },
    stock: "none",
    money: "none",
    journal: "none",
  },
  pack: {
    to: "packed",
    from: { producer: ["placed", "accepted"], operator: ["placed", "accepted"] },
    stock: "none",
    money: "none",
    journal: "none",
  },
  /** Takes back a slip of the finger: nothing has left the house. */
  unpack: {
    to: "accepted",
    from: { producer: ["packed"], operator: ["packed"] },
    stock: "none",
    money: "none",
    journal: "none",
  },
  /** The goods left the producer's hands: revenue is booked (statistics facts §1.3, formula 2). */
  hand_over: {
    to: "handed_over",
    from: { producer: OPEN, operator: OPEN },
    stock: "take",
    money: "collect_cash",
    journal: "handed_over",
  },
  deliver: {
    to: "delivered",
    from: {
      producer: ["handed_over"],
      buyer: ["handed_over"],
      operator: ["handed_over"],
      system: ["handed_over"],
    },
    stock: "none",
    money: "collect_cash",
    journal: "none",
  },
  /** The time to ask for a return is over. */
  complete: {
    to: "completed",
    from: { operator: ["delivered"], system: ["delivered"] },
    stock: "none",
    money: "none",
    journal: "none",
  },
  /** The whole part or what is left of it; a producer that declines cancels from `placed`. */
  cancel: {
    to: "cancelled",
    from: { producer: OPEN, buyer: ["placed", "accepted"], operator: OPEN },
    stock: "release",
    money: "give_back",
    journal: "cancelled",
  },
  /** The goods came back. */
  return: {
    to: "returned",
    from: {
      producer: ["handed_over", "delivered"],
      operator: ["handed_over", "delivered", "completed"],
    },
    stock: "put_back",
    money: "give_back",
    journal: "returned",
  },
} as const satisfies Record<string, Rule>
export type ProducerOrderMove = keyof typeof PRODUCER_ORDER_MOVES

export type OrderMoveOutcome =
  | { ok: true; to: ProducerOrderStatus }
  /** Made before, not possible from this state, or somebody else's to make. */
  | { ok: false; why: "already_there" | "not_now" | "not_yours"; status: ProducerOrderStatus }

/** Decides a move; a repeat of one that was made and an illegal one are values, never exceptions. */
export function moveProducerOrder(
  status: ProducerOrderStatus,
  move: ProducerOrderMove,
  role: OrderRole,
): OrderMoveOutcome {
  const rule: Rule = PRODUCER_ORDER_MOVES[move]
  if (status === rule.to) return { ok: false, why: "already_there", status }
  const allowed = rule.from[role] ?? []
  if (allowed.includes(status)) return { ok: true, to: rule.to }
  const anybody = Object.values(rule.from).some((states) => states.includes(status))
  return { ok: false, why: anybody ? "not_yours" : "not_now", status }
}

/** The moves a role has from a state, for pages that offer only what will work. */
export function movesFrom(status: ProducerOrderStatus, role: OrderRole): ProducerOrderMove[] {
  const moves = Object.keys(PRODUCER_ORDER_MOVES) as ProducerOrderMove[]
  return moves.filter((move) => moveProducerOrder(status, move, role).ok)
}

/** Parts a producer has heard of. */
export const HEARD_OF = PRODUCER_ORDER_STATUSES.filter(
  (status) => status !== "awaiting_payment" && status !== "expired",
)
