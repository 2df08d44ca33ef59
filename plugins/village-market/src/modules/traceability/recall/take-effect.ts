import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { lockStock, takeFromStock } from "./change-stock"
import { NOT_HANDED_OVER, type Touched } from "./read-touched"
import { channelTo, type RecallActor } from "./recall-rules"

/**
 * Parts before lots and each in the order of ids, as a hand-over locks them. A hand-over that is under way ends first;
 * one that comes later finds the hold.
 */
export async function lockAll(trx: Knex.Transaction, lots: string[]) {
  await trx.raw(
    `select id from producer_order part where status = any (?::text[]) and exists (
       select from producer_order_line line join lot on lot.listing_id = line.listing_id
       where line.producer_order_id = part.id and lot.id = any (?::text[]))
     order by id for update`,
    [NOT_HANDED_OVER, lots],
  )
  await trx("lot").whereIn("id", lots).orderBy("id").forUpdate().select("id")
}

/** What a recall does to lots that are locked: off sale, out of stock, what waits is held, whom to tell is written down. */
export async function takeEffect(
  trx: Knex.Transaction,
  recall_id: string,
  touched: Touched,
  actor: Pick<RecallActor, "kind" | "id">,
  sendsEmail: boolean,
) {
  await stopSale(trx, recall_id, touched)
  await hold(trx, recall_id, touched)
  await writeReach(trx, recall_id, touched, actor, sendsEmail)
}

async function stopSale(trx: Knex.Transaction, recall_id: string, { lots }: Touched) {
  const stock = await lockStock(
    trx,
    lots.flatMap(({ listing_id }) => listing_id ?? []),
  )
  const rows = []
  for (const { id: lot_id, producer_id, status, listing_id, quantity_left } of lots) {
    // What an earlier recall took out of stock is out already.
    const units = listing_id && status !== "recalled" ? Math.max(0, quantity_left) : 0
    const taken_from_stock = await takeFromStock(trx, stock.get(listing_id ?? ""), units)
    rows.push({ recall_id, lot_id, producer_id, status_before: status, quantity_left, taken_from_stock })
  }
  await trx("lot_recall_lot").insert(rows)
  await trx("lot")
    .whereIn(
      "id",
      lots.map(({ id }) => id),
    )
    .update({ status: "recalled", updated_at: trx.fn.now() })
}

async function hold(trx: Knex.Transaction, recall_id: string, { waiting }: Touched) {
  if (waiting.length === 0) return
  await trx("lot_recall_hold")
    .insert(waiting.map(({ line_id }) => ({ recall_id, producer_order_line_id: line_id, released_at: null })))
    .onConflict()
    .ignore()
}

/** One row for every order that got goods, and one for every household concerned but the one that recalls. */
async function writeReach(
  trx: Knex.Transaction,
  recall_id: string,
  { orders, lots }: Touched,
  actor: Pick<RecallActor, "kind" | "id">,
  sendsEmail: boolean,
) {
  const row = () => ({ id: generateEntityId(undefined, "rch"), recall_id })
  const unheard = { state: "no_contact", next_try_at: null }
  const buyers = orders.map(({ order_id, ...contact }) => ({
    ...{ ...row(), audience: "buyer", order_id, producer_id: null },
    ...(channelTo(contact, sendsEmail) ? { state: "to_send", next_try_at: trx.fn.now() } : unheard),
  }))
  const makers = [...new Set(lots.map(({ producer_id }) => producer_id))]
    .filter((id) => !(actor.kind === "producer" && actor.id === id))
    .map((producer_id) => ({
      ...{ ...row(), audience: "producer", order_id: null, producer_id },
      ...{ state: "to_send", next_try_at: trx.fn.now() },
    }))
  const rows = [...buyers, ...makers]
  if (rows.length > 0) await trx("lot_recall_reach").insert(rows).onConflict().ignore()
}
