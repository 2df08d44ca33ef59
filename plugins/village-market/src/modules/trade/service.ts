import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { allocateLots } from "../traceability/allocate-lots"
import { bookingOf } from "./booking"
import { acknowledgeBatch, numberBatch, openBatches } from "./journal-batches"
import { moveProducerOrder, type OrderMoveOutcome, type ProducerOrderMove } from "./producer-order-status"
import { reserveWindow } from "./reserve-window"
import {
  type NewPart,
  type ProducerOrder,
  type ProducerOrderLine,
  ProducerOrderLineRow,
  ProducerOrderRow,
  type RefundDue,
  RefundDueRow,
} from "./rows"

type Transaction = Knex.Transaction

/** A line of a part and the lot it is served from. */
export type LineLot = { line_id: string; lot_id: string }

/**
 * Producer orders and the sales journal, written together: a change of state and its events are one transaction, so
 * neither is ever there without the other. Every writer is idempotent.
 */
export class TradeService {
  readonly #db: Knex

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#db = __pg_connection__
  }

  /** Stores the parts of an order that are not there yet. A part of the same basket under another order is a conflict (unique cart, producer). */
  async ensureParts(parts: NewPart[]): Promise<void> {
    await this.#db.transaction(async (trx) => {
      const fresh: ProducerOrderLine[] = []
      for (const { order, lines } of parts) {
        const inserted = await trx("producer_order")
          .insert({ ...order, status: "awaiting_payment" })
          .onConflict(["order_id", "producer_id"])
          .ignore()
          .returning("id")
        if (inserted.length === 0) continue
        await trx("producer_order_line").insert(lines)
        fresh.push(...lines)
      }
      await reserveWindow(trx, fresh)
    })
  }

  /** Takes back parts nobody has heard of, when Medusa takes back the order. */
  async removeAwaiting(orderId: string): Promise<void> {
    await this.#db.transaction(async (trx) => {
      const ids = await trx("producer_order").where({ order_id: orderId, status: "awaiting_payment" }).pluck("id")
      await trx("producer_order_line").whereIn("producer_order_id", ids).delete()
      await trx("producer_order").whereIn("id", ids).delete()
    })
  }

  /** `awaiting_payment` → `placed` for every part of an order, with one journal row per line. Returns the parts it moved. */
  async place(orderId: string, at = new Date()): Promise<ProducerOrder[]> {
    return this.#db.transaction(async (trx) => {
      const parts = await this.#locked(trx, { order_id: orderId })
      const moved = parts.filter(({ status }) => moveProducerOrder(status, "place").ok)
      for (const part of moved) await this.#move(trx, part, "place", at, { placed_at: at })
      return moved
    })
  }

  /**
   * The goods leave the producer's hands, from the lots it names; a cash part is paid at that moment or not at all.
   * A lot that is another's (404), is made of something else (400) or holds too little (409) stops all of it.
   */
  async handOver(
    { id, producer_id, lots = [] }: { id: string; producer_id: string; lots?: LineLot[] },
    at = new Date(),
  ): Promise<OrderMoveOutcome | { ok: false; why: "not_found" }> {
    return this.#db.transaction(async (trx) => {
      const [part] = await this.#locked(trx, { id, producer_id })
      if (!part) return { ok: false, why: "not_found" }
      const outcome = moveProducerOrder(part.status, "hand_over")
      if (outcome.ok) {
        await this.#serve(trx, part, lots)
        const cash_collected = part.payment_means === "cash" ? part.total : 0
        await this.#move(trx, part, "hand_over", at, { handed_over_at: at, cash_collected })
      }
      return outcome
    })
  }

  /** Each line comes whole from one lot, or from none that is known. */
  async #serve(trx: Transaction, { id, producer_id }: ProducerOrder, chosen: LineLot[]) {
    if (chosen.length === 0) return
    const lines = await this.#lines(trx, [id])
    const lots: { id: string; listing_id: string }[] = await trx("lot").whereIn(
      "id",
      chosen.map(({ lot_id }) => lot_id),
    )
    const allocations = chosen.map(({ line_id, lot_id }) => {
      const line = lines.find((one) => one.id === line_id)
      const lot = lots.find((one) => one.id === lot_id)
      if (!line || (lot && lot.listing_id !== line.listing_id)) {
        throw new MedusaError(MedusaError.Types.INVALID_DATA, "Lô hàng này không phải của mặt hàng trong đơn")
      }
      return { producer_order_line_id: line_id, lot_id, quantity: line.quantity }
    })
    await allocateLots(trx, { producer_id, allocations })
  }

  async #locked(trx: Transaction, where: Record<string, string>): Promise<ProducerOrder[]> {
    const rows = await trx("producer_order").where(where).orderBy("id").forUpdate()
    return rows.map((row) => ProducerOrderRow.parse(row))
  }

  async #move(trx: Transaction, part: ProducerOrder, move: ProducerOrderMove, at: Date, set: object) {
    const outcome = moveProducerOrder(part.status, move)
    if (!outcome.ok) throw new Error(`producer order ${part.id}: ${move} from ${part.status}`)
    await trx("producer_order")
      .where({ id: part.id })
      .update({ status: outcome.to, ...set })
    const kind = outcome.to === "placed" || outcome.to === "handed_over" ? outcome.to : undefined
    if (!kind) return
    const lines = await this.#lines(trx, [part.id])
    await trx("sale_event").insert(lines.map((line) => saleEvent(kind, part, line, at)))
  }

  async partsOfOrder(orderId: string): Promise<ProducerOrder[]> {
    const rows = await this.#db("producer_order").where({ order_id: orderId }).orderBy("display_no")
    return rows.map((row) => ProducerOrderRow.parse(row))
  }

  /** Parts a producer has heard of, newest first. */
  async partsOfProducer(producerId: string, { limit = 50, offset = 0 } = {}): Promise<ProducerOrder[]> {
    const rows = await this.#db("producer_order")
      .where({ producer_id: producerId })
      .whereIn("status", ["placed", "handed_over"])
      .orderBy("placed_at", "desc")
      .limit(limit)
      .offset(offset)
    return rows.map((row) => ProducerOrderRow.parse(row))
  }

  async partOfProducer(id: string, producerId: string): Promise<ProducerOrder | undefined> {
    const row = await this.#db("producer_order")
      .where({ id, producer_id: producerId })
      .whereIn("status", ["placed", "handed_over"])
      .first()
    return row ? ProducerOrderRow.parse(row) : undefined
  }

  linesOf = (partIds: string[]): Promise<ProducerOrderLine[]> => this.#lines(this.#db, partIds)

  async #lines(db: Knex, partIds: string[]): Promise<ProducerOrderLine[]> {
    const rows = await db("producer_order_line").whereIn("producer_order_id", partIds).orderBy("id")
    return rows.map((row) => ProducerOrderLineRow.parse(row))
  }

  async partById(id: string): Promise<ProducerOrder | undefined> {
    const row = await this.#db("producer_order").where({ id }).first()
    return row ? ProducerOrderRow.parse(row) : undefined
  }

  /** Orders of the last 30 days without parts, with parts that wait for money, or with producers not told yet. */
  async ordersToPlace(): Promise<string[]> {
    const { rows } = await this.#db.raw<{ rows: { id: string }[] }>(
      `select o.id from "order" o
       left join producer_order part on part.order_id = o.id
       where o.created_at > now() - interval '30 days' and o.deleted_at is null and not o.is_draft_order
         and (part.id is null or part.status = 'awaiting_payment' or (part.status = 'placed' and part.notified_at is null))
       group by o.id order by min(o.created_at) limit 200`,
    )
    return rows.map(({ id }) => id)
  }

  /** Parts handed over whose stock is not taken or whose cash is not captured. */
  async unfinishedHandOvers(): Promise<ProducerOrder[]> {
    const { rows } = await this.#db.raw<{ rows: unknown[] }>(
      `select part.* from producer_order part
       where part.status = 'handed_over' and (
         part.fulfillment_id is null
         or part.cash_collected > 0 and (
           select coalesce(sum(c.amount), 0) from capture c
           join payment p on p.id = c.payment_id
           join order_payment_collection l on l.payment_collection_id = p.payment_collection_id and l.deleted_at is null
           where l.order_id = part.order_id and c.deleted_at is null
         ) < (select sum(cash_collected) from producer_order sibling where sibling.order_id = part.order_id)
       ) limit 200`,
    )
    return rows.map((row) => ProducerOrderRow.parse(row))
  }

  async markNotified(id: string): Promise<void> {
    await this.#db("producer_order").where({ id }).whereNull("notified_at").update({ notified_at: new Date() })
  }

  async setFulfillment(id: string, fulfillmentId: string): Promise<void> {
    await this.#db("producer_order").where({ id }).update({ fulfillment_id: fulfillmentId })
  }

  /** Cash handed to producers of an order so far, whole đồng. */
  async cashCollected(orderId: string): Promise<number> {
    const row = await this.#db("producer_order").where({ order_id: orderId }).sum({ sum: "cash_collected" }).first()
    return Number(row?.sum ?? 0)
  }

  /** See `journal-batches.ts`: the shop's side of handing the journal to the warehouse. */
  numberBatch = () => numberBatch(this.#db)
  openBatches = () => openBatches(this.#db)
  acknowledgeBatch = (number: number) => acknowledgeBatch(this.#db, number)

  /** Money that must go back to a buyer; the same key is one debt. */
  async recordRefundDue(
    due: Omit<RefundDue, "created_at" | "returned_at" | "returned_by" | "returned_note">,
  ): Promise<void> {
    await this.#db("refund_due").insert(due).onConflict("id").ignore()
  }

  /** Whether it was still owed. */
  async markReturned(id: string, { by, note }: { by: string; note: string }): Promise<boolean> {
    const changed = await this.#db("refund_due")
      .where({ id })
      .whereNull("returned_at")
      .update({ returned_at: new Date(), returned_by: by, returned_note: note })
    return changed > 0
  }

  async refundsDue({ orderId, cartId }: { orderId?: string; cartId?: string } = {}): Promise<RefundDue[]> {
    const query = this.#db("refund_due").whereNull("returned_at").orderBy("created_at")
    if (orderId !== undefined) query.andWhere({ order_id: orderId })
    if (cartId !== undefined) query.andWhere({ cart_id: cartId })
    return (await query).map((row) => RefundDueRow.parse(row))
  }
}

function saleEvent(kind: "placed" | "handed_over", part: ProducerOrder, line: ProducerOrderLine, at: Date) {
  const booked = bookingOf(at)
  const paid = line.goods - line.discount
  return {
    id: `${line.id}:${kind}`,
    kind,
    occurred_at: at,
    booked_day: booked.day,
    booked_month: booked.month,
    order_id: part.order_id,
    producer_order_id: part.id,
    line_id: line.id,
    producer_id: part.producer_id,
    holding: line.holding,
    producer_kind: line.producer_kind,
    commune_code: line.commune_code,
    village_id: line.village_id,
    vsic_code: line.vsic_code,
    vsic_version: line.vsic_version,
    ocop_stars: line.ocop_stars,
    buyer_province: part.buyer_province,
    channel: part.channel,
    payment_means: part.payment_means,
    quantity: line.quantity,
    goods: line.goods,
    discount: line.discount,
    vat: line.vat,
    net: paid - line.vat,
    settled: kind === "handed_over" ? paid : 0,
  }
}
