import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { PAID_OR_CLAIMED } from "./paid-or-claimed"
import { type OrderRepair, OrderRepairRow, ProducerOrderRow } from "./rows"

/**
 * Orders of the last 30 days without parts, or whose parts wait though a payment is there. One that waits for a bank
 * transfer has none yet and is nobody's oversight.
 */
export async function ordersToPlace(db: Knex): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `select o.id from "order" o
     left join producer_order part on part.order_id = o.id
     where o.created_at > now() - interval '30 days' and o.deleted_at is null and not o.is_draft_order
       and (part.id is null or part.status = 'awaiting_payment' and exists (
         select from order_payment_collection l join payment p on p.payment_collection_id = l.payment_collection_id
         where l.order_id = o.id and l.deleted_at is null and p.canceled_at is null and p.deleted_at is null
       ))
     group by o.id order by min(o.created_at) limit 200`,
  )
  return rows.map(({ id }) => id)
}

/** Parts handed over whose stock is not taken or whose cash is not captured; both sums once, not once per part. */
export async function unfinishedHandOvers(db: Knex) {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `with collected as (
       select order_id, sum(cash_collected) as amount from producer_order where cash_collected > 0 group by order_id
     ), captured as (
       select l.order_id, sum(c.amount) as amount from order_payment_collection l
       join payment p on p.payment_collection_id = l.payment_collection_id
       join capture c on c.payment_id = p.id and c.deleted_at is null
       where l.deleted_at is null and l.order_id in (select order_id from collected) group by l.order_id
     ), short as (
       select order_id from collected left join captured using (order_id)
       where coalesce(captured.amount, 0) < collected.amount
     )
     select part.* from producer_order part
     where part.handed_over_at is not null and (
       part.fulfillment_id is null
       or part.cash_collected > 0 and part.order_id in (select order_id from short)
     ) limit 200`,
  )
  return rows.map((row) => ProducerOrderRow.parse(row))
}

/** Orders with a cancellation, return or expiry that Medusa's order and stock have not followed. */
export async function ordersToFollow(db: Knex): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { order_id: string }[] }>(
    `select order_id from producer_order_change where followed_at is null
     group by order_id order by min(created_at) limit 200`,
  )
  return rows.map(({ order_id }) => order_id)
}

/** A bank's notice of a transfer that was made in time may be repeated for half an hour before it is heard. */
const GRACE = "45 minutes"

/**
 * Orders that have waited for money longer than `hours`, or than their buyer was given to transfer, and of which no
 * gateway has said that it came or is under way, nor a bank that something came which a person has to place first.
 * One part of each, since they run out together.
 */
export async function unpaidOrders(db: Knex, hours: number): Promise<{ id: string }[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `select min(part.id) as id from producer_order part
     left join payment_attempt transfer on transfer.cart_id = part.cart_id and transfer.provider = 'bank'
       and transfer.superseded_at is null
     where part.status = 'awaiting_payment'
       and now() > coalesce(transfer.expires_at + interval '${GRACE}', part.created_at + make_interval(hours => ?))
       and not ${PAID_OR_CLAIMED}
     group by part.order_id order by min(part.created_at) limit 200`,
    [hours],
  )
  return rows
}

/** Orders with parts of the last `days` days, oldest first. */
export async function ordersSince(db: Knex, days: number): Promise<string[]> {
  const rows = await db("producer_order")
    .whereRaw("created_at > now() - make_interval(days => ?)", [days])
    .groupBy("order_id")
    .orderByRaw("min(created_at)")
    .select("order_id")
  return rows.map(({ order_id }) => order_id)
}

/** Something of ours went wrong with an order that stands: kept until it is solved, counted at each new try. */
export async function recordRepair(db: Knex, orderId: string, problem: string): Promise<void> {
  await db("order_repair")
    .insert({ order_id: orderId, problem: problem.slice(0, 2000) })
    .onConflict("order_id")
    .merge({
      problem: problem.slice(0, 2000),
      tries: db.raw("order_repair.tries + 1"),
      last_at: db.fn.now(),
      solved_at: null,
    })
}

/** `about`: only a problem that begins so is solved. */
export async function solveRepair(db: Knex, orderId: string, about = ""): Promise<void> {
  await db("order_repair")
    .where({ order_id: orderId })
    .whereNull("solved_at")
    .whereLike("problem", `${about}%`)
    .update({ solved_at: db.fn.now() })
}

export async function openRepairs(db: Knex): Promise<OrderRepair[]> {
  const rows = await db("order_repair").whereNull("solved_at").orderBy("first_at").limit(500)
  return rows.map((row) => OrderRepairRow.parse(row))
}
