/**
 * The life of a producer's part of an order. A part waits (`awaiting_payment`) until money or a cash promise stands;
 * producers hear of it only then. Later issues put accepted, packed, delivered and returned in between.
 */
export const PRODUCER_ORDER_STATUSES = ["awaiting_payment", "placed", "handed_over", "expired"] as const
export type ProducerOrderStatus = (typeof PRODUCER_ORDER_STATUSES)[number]

export const PRODUCER_ORDER_MOVES = {
  /** Money arrived, or the buyer promised cash. */
  place: { from: ["awaiting_payment"], to: "placed" },
  /** The goods left the producer's hands: revenue is booked (statistics facts §1.3, formula 2). */
  hand_over: { from: ["placed"], to: "handed_over" },
  /** No money came. */
  expire: { from: ["awaiting_payment"], to: "expired" },
} as const satisfies Record<string, { from: readonly ProducerOrderStatus[]; to: ProducerOrderStatus }>
export type ProducerOrderMove = keyof typeof PRODUCER_ORDER_MOVES

export type OrderMoveOutcome =
  | { ok: true; to: ProducerOrderStatus }
  | { ok: false; why: "already_there" | "illegal_move" }

/** Decides a move; a repeat of one that was made and an illegal one are values, never exceptions. */
export function moveProducerOrder(status: ProducerOrderStatus, move: ProducerOrderMove): OrderMoveOutcome {
  const rule = PRODUCER_ORDER_MOVES[move]
  if (status === rule.to) return { ok: false, why: "already_there" }
  if (!(rule.from as readonly ProducerOrderStatus[]).includes(status)) return { ok: false, why: "illegal_move" }
  return { ok: true, to: rule.to }
}
