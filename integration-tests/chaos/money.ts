import type { Pool } from "pg"

/** One attempt as the shop holds it, with what hangs on it; amounts in whole đồng. */
export type HeldAttempt = {
  id: string
  ref: string
  amount: number
  state: string
  completion: string
  superseded: boolean
  cart_id: string | null
  order_id: string | null
  last_error: string | null
  /** The order of its basket, and how many there are. */
  orders: string[]
  /** Medusa's captures on its session that stand in an order. */
  captures: number[]
  /** Confirmed refunds, how much of them is booked, and what Medusa's books say went back. */
  refunded: number
  booked: number
  medusa_refunded: number
  /** Debts that name the payment or its order, and of them those not yet paid. */
  debts: number
  open_debts: number
  /** Tries in doubt. */
  in_doubt: number
}

/** Everything the shop knows of the attempts begun after `since`. */
export async function heldAttempts(pg: Pool, since: Date): Promise<HeldAttempt[]> {
  const { rows } = await pg.query<HeldAttempt>(
    `select a.id, a.txn_ref as ref, a.amount::float8 as amount, a.state, a.completion, a.cart_id, a.order_id, a.last_error,
       a.superseded_at is not null as superseded,
       array(select o.order_id from order_cart o where o.cart_id = a.cart_id and o.deleted_at is null) as orders,
       array(select c.amount::float8 from capture c join payment p on p.id = c.payment_id
         where p.payment_session_id = a.session_id and c.deleted_at is null and p.canceled_at is null) as captures,
       (select coalesce(sum(r.amount), 0)::float8 from refund_attempt r
         where r.payment_attempt_id = a.id and r.state = 'confirmed') as refunded,
       (select coalesce(sum(r.amount), 0)::float8 from refund_attempt r
         where r.payment_attempt_id = a.id and r.booked_at is not null) as booked,
       (select coalesce(sum(r.amount), 0)::float8 from refund r join payment p on p.id = r.payment_id
         where p.payment_session_id = a.session_id and r.deleted_at is null) as medusa_refunded,
       (select coalesce(sum(d.amount), 0)::float8 from refund_due d where ${OF_ATTEMPT}) as debts,
       (select coalesce(sum(d.amount), 0)::float8 from refund_due d where ${OF_ATTEMPT} and d.returned_at is null) as open_debts,
       (select count(*)::int from refund_attempt r
         where r.payment_attempt_id = a.id and r.state in ('intended', 'unknown')) as in_doubt
     from payment_attempt a where a.created_at >= $1 order by a.created_at`,
    [since],
  )
  return rows
}

/** A debt belongs to the payment it names, else to the one that paid its order. */
const OF_ATTEMPT = `(d.payment_attempt_id = a.id
  or d.payment_attempt_id is null and a.completion = 'completed' and d.order_id = a.order_id)`

export type HeldOrder = {
  id: string
  cart_id: string
  means: string[]
  parts: number
  waiting: number
  paid_by: string[] | null
}

/** Orders placed after `since` with what they are paid by, and whether their parts stand. */
export async function heldOrders(pg: Pool, since: Date) {
  const { rows } = await pg.query(
    `select o.id, c.cart_id,
       array(select distinct part.payment_means from producer_order part where part.order_id = o.id) as means,
       (select count(*)::int from producer_order part where part.order_id = o.id) as parts,
       (select count(*)::int from producer_order part where part.order_id = o.id and part.status = 'awaiting_payment') as waiting,
       (select array_agg(a.txn_ref) from payment_attempt a where a.order_id = o.id and a.completion = 'completed') as paid_by
     from "order" o join order_cart c on c.order_id = o.id and c.deleted_at is null
     where o.created_at >= $1 and o.deleted_at is null`,
    [since],
  )
  return rows as HeldOrder[]
}

/** Stock as Medusa counts it beside what its reservations and the orders' own lines say. */
export async function heldStock(pg: Pool, items: string[]) {
  const { rows } = await pg.query(
    `select il.inventory_item_id as item, il.stocked_quantity::int as stocked, il.reserved_quantity::int as reserved,
       (il.raw_reserved_quantity->>'value')::int as raw,
       (select coalesce(sum(r.quantity), 0)::int from reservation_item r
         where r.inventory_item_id = il.inventory_item_id and r.deleted_at is null) as held,
       (select coalesce(sum(line.quantity - line.cancelled), 0)::int
         from producer_order_line line join producer_order part on part.id = line.producer_order_id
         join product_variant v on v.product_id = line.product_id
         join product_variant_inventory_item i on i.variant_id = v.id
         where i.inventory_item_id = il.inventory_item_id and part.handed_over_at is null
           and part.status not in ('cancelled', 'expired')) as ordered
     from inventory_level il where il.inventory_item_id = any ($1)`,
    [items],
  )
  return rows as { item: string; stocked: number; reserved: number; raw: number; held: number; ordered: number }[]
}
