import type { LinePiece } from "./journal"
import type { ProducerOrderLine } from "./rows"

/** Units of a line somebody wants cancelled or returned. */
export type Wanted = { line_id: string; quantity: number }

export type TakeBack =
  /** `whole`: nothing of the part is left afterwards. */
  { ok: true; pieces: LinePiece[]; whole: boolean } | { ok: false; why: "no_such_line" | "too_many" | "nothing" }

/** What is still there of a line. */
export const left = ({ quantity, cancelled, returned }: ProducerOrderLine) => quantity - cancelled - returned

/**
 * Takes units off a part's lines; nothing named takes all that is left. Units go in order, from the first on, so that
 * each carries its own share of every amount once. A refusal is a value.
 */
export function takeBack(lines: ProducerOrderLine[], wanted: Wanted[] | undefined, with_shipping: boolean): TakeBack {
  const asked = wanted ?? lines.map((line) => ({ line_id: line.id, quantity: left(line) }))
  const pieces: LinePiece[] = []
  for (const { line_id, quantity } of asked) {
    const line = lines.find(({ id }) => id === line_id)
    if (!line || asked.filter((one) => one.line_id === line_id).length > 1) return { ok: false, why: "no_such_line" }
    if (!Number.isSafeInteger(quantity) || quantity < 0 || quantity > left(line)) return { ok: false, why: "too_many" }
    const from = line.quantity - left(line)
    if (quantity > 0) pieces.push({ line, from, to: from + quantity, with_shipping })
  }
  if (pieces.length === 0) return { ok: false, why: "nothing" }
  const taken = pieces.reduce((sum, { from, to }) => sum + to - from, 0)
  return { ok: true, pieces, whole: taken === lines.reduce((sum, line) => sum + left(line), 0) }
}

/** Shipping goes back with goods that never left, and where the fault is the seller's; not for a change of mind. */
export const shippingGoesBack = (reason: string) => reason !== "changed_mind"

/**
 * What of a change's amount must be paid back: as far as the buyer has paid more than the part now costs, less what
 * is owed already. Whole đồng.
 */
export function owedBack(money: { paid: number; due: number; owed_before: number }): number {
  return Math.max(0, money.paid - money.due - money.owed_before)
}
