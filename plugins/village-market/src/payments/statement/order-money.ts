import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { WAITING_TRANSFERS } from "../../modules/gateway/alarms"
import type { BesideOrders, OrderMoney } from "./check-orders"
import { CASH, dayOf, NOT_BY_GATEWAY, UNPAYING } from "./statement-parts"

/** Where the books say that money of transfers is that pays no attempt: in the queue, or owed back. */
const HELD_TRANSFERS = `select received_at as at, amount from (${WAITING_TRANSFERS}) waiting
  union all select came.received_at, due.amount from refund_due due join bank_decision d
    on due.id = 'bank:' || d.transaction_id || ':' || d.number join bank_transaction came on came.id = d.transaction_id
    where d.kind = 'give_back'
  union all select p.decided_at, due.amount from refund_due due
    join payment_attempt p on due.id = 'bank:surplus:' || p.id where p.state = 'captured'`

type Days = { from: string; to: string }

/** Returned by hand so lately that the worker may not have booked it yet. */
const BOOKED_BY_NOW = "due.returned_at < now() - interval '2 minutes'"
/** What `unbookedByHand` brings into Medusa's books. */
const BY_HAND = `due.returned_at is not null and due.order_id is not null and due.payment_attempt_id is null and ${NOT_BY_GATEWAY}`
const BOOKED_BY_HAND = `exists (select 1 from order_transaction t where t.order_id = due.order_id and t.deleted_at is null
  and t.reference = 'refund_due' and t.reference_id = due.id)`

/** Medusa may hold a refund a moment before our row says so. */
const BOOKED = `(r.booked_at is not null or exists (select 1 from refund f where f.note = r.refund_due_id and f.deleted_at is null))`

const Money = z.coerce.number()
const Row = z.object({
  order_id: z.string(),
  display_id: z.coerce.number().nullable(),
  ...{ taken: Money, taken_ever: Money, medusa_captured: Money, refunded: Money, refunded_ever: Money },
  ...{ medusa_refunded: Money, by_hand: Money, by_hand_ever: Money, medusa_by_hand: Money },
})

/** The money of every order that anything happened to in these days, by our books and by Medusa's. */
export async function orderMoney(db: Knex, days: Days): Promise<OrderMoney[]> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `with taken as (
       select p.order_id, p.amount, ${dayOf("p.decided_at")} as day from payment_attempt p where p.completion = 'completed'
       union all select order_id, amount, ${dayOf("at")} from (${CASH}) cash
     ), refunded as (
       select p.order_id, r.amount, ${dayOf("r.decided_at")} as day from refund_attempt r
       join payment_attempt p on p.id = r.payment_attempt_id
       where r.state = 'confirmed' and ${BOOKED} and p.completion = 'completed'
     ), by_hand as (
       select due.order_id, due.amount, ${dayOf("due.returned_at")} as day from refund_due due
       where ${BY_HAND} and (${BOOKED_BY_NOW} or ${BOOKED_BY_HAND})
     ), touched as (
       select order_id from taken where day between :from and :to
       union select order_id from refunded where day between :from and :to
       union select order_id from by_hand where day between :from and :to
     )
     select o.order_id, (select display_id from "order" where id = o.order_id) as display_id,
       coalesce((select sum(amount) filter (where day between :from and :to) from taken t where t.order_id = o.order_id), 0) as taken,
       coalesce((select sum(amount) from taken t where t.order_id = o.order_id), 0) as taken_ever,
       coalesce((select sum(amount) filter (where day between :from and :to) from refunded r where r.order_id = o.order_id), 0) as refunded,
       coalesce((select sum(amount) from refunded r where r.order_id = o.order_id), 0) as refunded_ever,
       coalesce((select sum(amount) filter (where day between :from and :to) from by_hand h where h.order_id = o.order_id), 0) as by_hand,
       coalesce((select sum(amount) from by_hand h where h.order_id = o.order_id), 0) as by_hand_ever,
       m.captured as medusa_captured, m.refunded as medusa_refunded,
       coalesce((select 0 - sum(t.amount) from order_transaction t where t.order_id = o.order_id and t.deleted_at is null
         and t.reference = 'refund_due'), 0) as medusa_by_hand
     from touched o cross join lateral (
       select coalesce(sum((select sum(c.amount) from capture c where c.payment_id = pay.id and c.deleted_at is null)), 0) as captured,
         coalesce(sum((select sum(f.amount) from refund f where f.payment_id = pay.id and f.deleted_at is null)), 0) as refunded
       from order_payment_collection l join payment pay on pay.payment_collection_id = l.payment_collection_id
       where l.order_id = o.order_id and l.deleted_at is null and pay.deleted_at is null
         and not exists (select 1 from payment_attempt p where p.session_id = pay.payment_session_id and p.completion in ('open', 'refund_due'))
     ) m`,
    days,
  )
  return rows.map((row) => Row.parse(row))
}

/** What the statement of these days has, and as much of it as is not to be found in any order. */
export async function besideOrders(db: Knex, days: Days): Promise<BesideOrders> {
  const { rows } = await db.raw<{ rows: Record<string, string>[] }>(
    `with paid as (select p.* from payment_attempt p
       where p.state = 'captured' and ${dayOf("p.decided_at")} between :from and :to),
     back as (select r.amount, ${BOOKED} as booked, p.completion from refund_attempt r
       join payment_attempt p on p.id = r.payment_attempt_id
       where r.state = 'confirmed' and ${dayOf("r.decided_at")} between :from and :to),
     hand as (select due.*, (${BY_HAND}) as to_book, (${BOOKED_BY_NOW} or ${BOOKED_BY_HAND}) as booked from refund_due due
       where ${dayOf("due.returned_at")} between :from and :to and ${NOT_BY_GATEWAY})
     select
       (select coalesce(sum(amount), 0) from paid)
         + (select coalesce(sum(amount), 0) from (${CASH}) cash where ${dayOf("at")} between :from and :to)
         + (select coalesce(sum(amount), 0) from (${UNPAYING}) over_and_above where ${dayOf("at")} between :from and :to) as captured,
       (select coalesce(sum(amount), 0) from (${HELD_TRANSFERS}) held where ${dayOf("at")} between :from and :to) as held,
       (select coalesce(sum(amount), 0) from paid where completion = 'open') as unplaced,
       (select coalesce(sum(amount), 0) from paid where completion = 'refund_due') as never_an_order,
       (select coalesce(sum(amount), 0) from back) as refunded,
       (select coalesce(sum(amount), 0) from back where completion = 'refund_due' and booked) as refunded_without_order,
       (select coalesce(sum(amount), 0) from hand) as by_hand,
       (select coalesce(sum(amount), 0) from hand where not to_book) as by_hand_without_order,
       (select coalesce(sum(amount), 0) from back where not booked or completion = 'open')
         + (select coalesce(sum(amount), 0) from hand where to_book and not booked) as being_booked`,
    days,
  )
  const of = (name: string) => Number(rows[0]?.[name] ?? 0)
  return {
    ...{ captured: of("captured"), unplaced: of("unplaced"), never_an_order: of("never_an_order") + of("held") },
    ...{ refunded: of("refunded"), refunded_without_order: of("refunded_without_order") },
    ...{ by_hand: of("by_hand"), by_hand_without_order: of("by_hand_without_order"), being_booked: of("being_booked") },
  }
}
