import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { OrderActor } from "./actor"
import { priceOf, saleEvent } from "./journal"
import { moveProducerOrder, type OrderMoveOutcome } from "./producer-order-status"
import { linesOf, lockedParts } from "./read-parts"
import { putNotice, recordAct } from "./record"
import type { PartChange, ProducerOrder } from "./rows"
import { owedBack, shippingGoesBack, type TakeBack, takeBack, type Wanted } from "./take-back"

export type ChangeInput = {
  id: string
  kind: PartChange["kind"]
  actor: OrderActor
  /** For a return one of `RETURN_REASONS`, which decides on the shipping; else free text. */
  reason: string
  /** All that is left where nothing is named. */
  lines?: Wanted[]
  /** Returned goods that can be sold again. */
  restock?: boolean
  /** The same key is the same change: a repeat answers as the first did. */
  key?: string
}

export type ChangeOutcome =
  | { ok: true; change_id: string; total: number; refund: number; to: ProducerOrder["status"] }
  | Exclude<OrderMoveOutcome, { ok: true }>
  | Exclude<TakeBack, { ok: true }>

/**
 * Cancels or takes back lines of one part, in one transaction: negative journal rows of the frozen amounts, the part's
 * new price, what is owed to the buyer, the audit row, the messages. Other parts are not touched. Medusa's order and
 * the stock follow (`workflows/trade/follow-changes.ts`).
 */
export async function changePart(db: Knex, input: ChangeInput, at = new Date()): Promise<ChangeOutcome> {
  return db.transaction((trx) => changePartIn(trx, input, at))
}

export async function changePartIn(trx: Knex.Transaction, input: ChangeInput, at: Date): Promise<ChangeOutcome> {
  const { id, kind, actor, reason, restock = kind === "returned" } = input
  const [part] = await lockedParts(trx, { id })
  if (!part) throw new Error(`there is no producer order ${id}`)
  const change_id = input.key ? `pochg_${input.key}` : generateEntityId(undefined, "pochg")
  const known = await trx("producer_order_change").where({ id: change_id, producer_order_id: id }).first()
  if (known) {
    const refund = await trx("refund_due").where({ change_id }).sum({ sum: "amount" }).first()
    return { ok: true, change_id, total: Number(known.total), refund: Number(refund?.sum ?? 0), to: part.status }
  }
  const outcome = moveProducerOrder(part.status, kind === "cancelled" ? "cancel" : "return", actor.role)
  if (!outcome.ok) return outcome
  const lines = await linesOf(trx, [id])
  const taken = takeBack(lines, input.lines, kind === "cancelled" || shippingGoesBack(reason))
  if (!taken.ok) return taken

  // What is taken back has been paid for, unless it is cash that nobody has collected.
  const settled = kind === "returned" && (part.payment_means !== "cash" || part.cash_collected > 0)
  const events = taken.pieces.map((piece) => saleEvent(kind, part, piece, { at, key: change_id, settled }))
  const total = -priceOf(events)
  await trx("producer_order_change").insert({
    ...{ id: change_id, producer_order_id: id, order_id: part.order_id, kind, by_role: actor.role },
    ...{ reason, total, restock, created_at: at },
  })
  await trx("sale_event").insert(events.map((event) => ({ ...event, change_id })))
  for (const { line, from, to } of taken.pieces) {
    await trx("producer_order_line")
      .where({ id: line.id })
      .increment(kind, to - from)
  }
  const due = part.due - total
  const to = taken.whole ? outcome.to : part.status
  await trx("producer_order")
    .where({ id })
    .update({ status: to, due, ...(taken.whole ? { ended_at: at } : {}) })
  const refund = await oweRefund(trx, part, { change_id, due, reason: `${kind}: ${reason}` })
  const detail = {
    change_id,
    total,
    refund,
    lines: taken.pieces.map(({ line, from, to }) => ({ line_id: line.id, quantity: to - from })),
  }
  await recordAct(trx, { part, act: kind === "cancelled" ? "cancel" : "return", to, actor, at, reason, detail })
  await tell(trx, part, actor, kind, { ...detail, whole: taken.whole, reason, by: actor.role })
  return { ok: true, change_id, total, refund, to }
}

async function oweRefund(
  trx: Knex.Transaction,
  part: ProducerOrder,
  { change_id, due, reason }: { change_id: string; due: number; reason: string },
): Promise<number> {
  const before = await trx("refund_due").where({ producer_order_id: part.id }).sum({ sum: "amount" }).first()
  const paid = part.payment_means === "cash" ? part.cash_collected : part.total
  const amount = owedBack({ paid, due, owed_before: Number(before?.sum ?? 0) })
  if (amount === 0) return 0
  await trx("refund_due").insert({
    ...{ id: `change:${change_id}`, amount, reason, means: part.collected_by ?? part.payment_means },
    ...{ order_id: part.order_id, cart_id: part.cart_id, producer_order_id: part.id, change_id },
  })
  return amount
}

async function tell(
  trx: Knex.Transaction,
  part: ProducerOrder,
  actor: OrderActor,
  kind: PartChange["kind"],
  data: { change_id: string; whole: boolean; reason: string; by: string },
) {
  const mark = data.change_id
  await putNotice(trx, part, { audience: "buyer", event: `part_${kind}`, mark, data })
  if (actor.role !== "producer") {
    await putNotice(trx, part, { audience: "producer", event: `part_${kind}`, mark, data })
  }
}
