/** The life of a producer's registration; who may make each move is decided by the routes that offer it. */
export const PRODUCER_STATUSES = ["draft", "pending", "approved", "refused", "suspended"] as const
export type ProducerStatus = (typeof PRODUCER_STATUSES)[number]

export const PRODUCER_MOVES = {
  submit: { from: ["draft", "refused"], to: "pending", reason: false },
  approve: { from: ["pending"], to: "approved", reason: false },
  refuse: { from: ["pending"], to: "refused", reason: true },
  suspend: { from: ["approved"], to: "suspended", reason: true },
  reinstate: { from: ["suspended"], to: "approved", reason: false },
} as const satisfies Record<string, { from: readonly ProducerStatus[]; to: ProducerStatus; reason: boolean }>
export type ProducerMove = keyof typeof PRODUCER_MOVES

export type MoveOutcome = { ok: true; to: ProducerStatus } | { ok: false; why: "illegal_move" | "reason_missing" }

/** Decides a move; an illegal one is a value with its cause, never an exception. */
export function moveProducer(status: ProducerStatus, move: ProducerMove, reason?: string): MoveOutcome {
  const rule = PRODUCER_MOVES[move]
  if (!(rule.from as readonly ProducerStatus[]).includes(status)) return { ok: false, why: "illegal_move" }
  if (rule.reason && !reason?.trim()) return { ok: false, why: "reason_missing" }
  return { ok: true, to: rule.to }
}
