import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { releaseHolds } from "../traceability/recall/holds"
import { type OrderActor, SYSTEM } from "./actor"
import type { StatedCash } from "./cash-proof"
import { expireOrder } from "./expire-order"
import { type JournalKind, saleEvent } from "./journal"
import {
  moveProducerOrder,
  type OrderMoveOutcome,
  PRODUCER_ORDER_MOVES,
  type ProducerOrderMove,
} from "./producer-order-status"
import { linesOf, lockedParts } from "./read-parts"
import { putNotice, recordAct } from "./record"
import type { ProducerOrder, ProducerOrderLine } from "./rows"
import { type LineLot, serveFromLots } from "./serve-from-lots"
import { left } from "./take-back"
import { type CashRefusal, takeCash } from "./take-cash"

/** Moves that need no more than the part itself; `cancel` and `return` are in `change-part.ts`. */
export type PlainMove = Exclude<ProducerOrderMove, "place" | "cancel" | "return">

export type MoveInput = {
  id: string
  move: PlainMove
  actor: OrderActor
  reason?: string
  carrier?: string
  tracking_code?: string
  /** The buyer has paid at the door, at hand-over or on delivery; with what shows it. */
  cash?: StatedCash
  lots?: LineLot[]
  /** Lines under a recall's hold of which the household states that they are not of a recalled lot. */
  not_recalled?: string[]
}

export type MoveOutcome =
  | OrderMoveOutcome
  | { ok: false; why: "cash_missing" | CashRefusal; status: ProducerOrder["status"] }

const STAMP = {
  accept: "accepted_at",
  pack: "packed_at",
  hand_over: "handed_over_at",
  deliver: "delivered_at",
  complete: "ended_at",
} as const

/** What the buyer is told of; packing is the household's own affair. */
const TOLD: Partial<Record<PlainMove, string>> = {
  accept: "part_accepted",
  hand_over: "part_handed_over",
  deliver: "part_delivered",
}

/** `awaiting_payment` → `placed` for every part of an order, with its journal rows. Returns the parts it moved. */
export async function placeParts(
  db: Knex,
  orderId: string,
  { at = new Date(), answerHours }: { at?: Date; answerHours: number },
): Promise<ProducerOrder[]> {
  return db.transaction(async (trx) => {
    const parts = await lockedParts(trx, { order_id: orderId })
    const waiting = parts.filter(({ status }) => moveProducerOrder(status, "place", "system").ok)
    const answer_by = new Date(at.getTime() + answerHours * 3_600_000)
    for (const part of waiting) {
      await trx("producer_order").where({ id: part.id }).update({ status: "placed", placed_at: at, answer_by })
      await book(trx, "placed", part, at, false)
      await recordAct(trx, { part, act: "place", to: "placed", actor: SYSTEM, at })
      await putNotice(trx, part, { audience: "producer", event: "part_placed" })
    }
    const [first] = waiting
    if (first) await putNotice(trx, first, { audience: "buyer", event: "order_placed" })
    return waiting
  })
}

/** Makes one move of one part that the caller has found in its scope. */
export async function movePart(db: Knex, input: MoveInput, at = new Date()): Promise<MoveOutcome> {
  const { id, move, actor, reason } = input
  return db.transaction(async (trx) => {
    if (move === "expire") return expireOrder(trx, id, { actor, reason }, at)
    const [part] = await lockedParts(trx, { id })
    if (!part) throw new Error(`there is no producer order ${id}`)
    const outcome = moveProducerOrder(part.status, move, actor.role)
    if (!outcome.ok) return outcome
    const taken = await cashOf(trx, part, input, at)
    if (!taken.ok) return { ...taken, status: part.status }
    const cash = taken.collected
    if (move === "hand_over") {
      await serveFromLots(trx, part, input.lots ?? [])
      await releaseHolds(trx, {
        line_ids: (await linesOf(trx, [id])).filter((line) => left(line) > 0).map((line) => line.id),
        from_lots: (input.lots ?? []).map(({ line_id }) => line_id),
        not_recalled: input.not_recalled ?? [],
      })
    }
    await trx("producer_order")
      .where({ id })
      .update({
        status: outcome.to,
        ...(move === "unpack" ? { packed_at: null } : { [STAMP[move]]: at }),
        ...(move === "hand_over" ? { carrier: input.carrier ?? null, tracking_code: input.tracking_code ?? null } : {}),
        ...(cash > 0 ? { cash_collected: cash, collected_by: "cash" } : {}),
      })
    const { journal } = PRODUCER_ORDER_MOVES[move]
    // Paid at the door, now or before.
    const collected = cash > 0 ? { ...part, collected_by: "cash" as const } : part
    const settles = part.payment_means !== "cash" || collected.collected_by !== null
    if (journal === "handed_over") await book(trx, "handed_over", collected, at, settles)
    else if (cash > 0) await book(trx, "settled", collected, at, true)
    const detail = cash > 0 ? { cash_collected: cash } : undefined
    await recordAct(trx, { part, act: move, to: outcome.to, actor, at, reason, detail })
    const event = TOLD[move]
    if (event) await putNotice(trx, part, { audience: "buyer", event })
    return outcome
  })
}

/**
 * How much cash closes the debt with a move: all the part costs now, or nothing. Who fetches the goods pays when it
 * gets them; what a carrier takes along may be paid on delivery. An amount that differs is taken down and does not
 * hold up the goods, which have changed hands already.
 */
async function cashOf(
  trx: Knex.Transaction,
  part: ProducerOrder,
  { move, cash, carrier, actor }: MoveInput,
  at: Date,
): Promise<{ ok: true; collected: number } | { ok: false; why: "cash_missing" | CashRefusal }> {
  // The cash goes back to the buyer, whose transfer was quicker.
  if (cash && part.collected_by === "bank") return { ok: false, why: "paid_by_qr" }
  const due = part.payment_means === "cash" && part.cash_collected === 0 ? part.due : 0
  if (due === 0 || (move !== "hand_over" && move !== "deliver")) return { ok: true, collected: 0 }
  // A buyer who says "I have it" does not thereby say that the producer has the money.
  if (cash && actor.role !== "buyer") return takeCash(trx, cash, { part, due, moment: move, actor, at })
  return move === "hand_over" && !carrier ? { ok: false, why: "cash_missing" } : { ok: true, collected: 0 }
}

/** One journal row for what is left of each line. */
export async function book(trx: Knex.Transaction, kind: JournalKind, part: ProducerOrder, at: Date, settled: boolean) {
  const lines = await linesOf(trx, [part.id])
  const rows = lines
    .flatMap((line) => remaining(line, kind))
    .map((piece) => saleEvent(kind, part, piece, { at, key: kind, settled }))
  if (rows.length > 0) await trx("sale_event").insert(rows)
}

function remaining(line: ProducerOrderLine, kind: JournalKind) {
  const from = kind === "placed" ? 0 : line.cancelled + line.returned
  return from < line.quantity ? [{ line, from, to: line.quantity, with_shipping: true }] : []
}
