import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { PROVIDERS, PURPOSES } from "./rows"

const Dong = z.coerce.number().int().safe()
const Moment = z.coerce.date()

export const GatewayEventRow = z.object({
  outcome: z.string(),
  verdict: z.string(),
  received_at: Moment,
})

/** Captured money that is neither in an order nor back with the buyer, with all the operator needs to know of it. */
export const OrphanRow = z.object({
  id: z.string(),
  provider: z.enum(PROVIDERS),
  purpose: z.enum(PURPOSES),
  subject_id: z.string().nullable(),
  txn_ref: z.string(),
  transaction_no: z.string().nullable(),
  amount: Dong,
  /** When the gateway's word came. */
  decided_at: Moment,
  completion: z.enum(["open", "refund_due"]),
  superseded: z.boolean(),
  tries: z.number().int(),
  last_error: z.string().nullable(),
  next_try_at: Moment.nullable(),
  cart_id: z.string().nullable(),
  order_id: z.string().nullable(),
  order_no: z.string().nullable(),
  buyer: z.object({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable() }),
  basket: z.array(z.object({ title: z.string(), quantity: z.number() })),
  due: z
    .object({
      id: z.string(),
      by_gateway: z.boolean(),
      last: z
        .object({
          state: z.enum(["intended", "confirmed", "refused", "unknown"]),
          reason: z.string().nullable(),
          next_try_at: Moment.nullable(),
          last_error: z.string().nullable(),
        })
        .nullable(),
    })
    .nullable(),
  events: z.array(GatewayEventRow),
})
export type Orphan = z.infer<typeof OrphanRow>

/** The condition of an orphan; `p` is the attempt. */
export const IS_ORPHAN = `p.state = 'captured' and p.completion in ('open', 'refund_due')
  and not exists (select 1 from refund_due back where back.payment_attempt_id = p.id and back.returned_at is not null)`

/** Money without a place, longest waiting first; or the one of an attempt. */
export async function orphans(db: Knex, { id, limit = 200 }: { id?: string; limit?: number } = {}): Promise<Orphan[]> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `select p.id, p.provider, p.purpose, p.subject_id, p.txn_ref, p.transaction_no, p.amount, p.decided_at, p.completion,
       p.superseded_at is not null as superseded, p.tries, p.last_error, p.next_try_at, p.cart_id,
       coalesce(p.order_id, part.order_id) as order_id, o.display_id::text as order_no,
       jsonb_build_object('name', coalesce(part.buyer_name, nullif(concat_ws(' ', address.first_name, address.last_name), '')),
         'phone', coalesce(part.buyer_phone, address.phone), 'email', coalesce(part.buyer_email, cart.email)) as buyer,
       coalesce((select jsonb_agg(jsonb_build_object('title', line.product_title, 'quantity', line.quantity) order by line.id)
         from cart_line_item line where line.cart_id = p.cart_id and line.deleted_at is null), '[]') as basket,
       (select jsonb_build_object('id', due.id, 'by_gateway', p.provider in ('vnpay', 'stripe'), 'last',
           (select jsonb_build_object('state', r.state, 'reason', r.reason, 'next_try_at', r.next_try_at, 'last_error', r.last_error)
            from refund_attempt r where r.refund_due_id = due.id order by r.number desc limit 1))
        from refund_due due where due.payment_attempt_id = p.id order by due.created_at limit 1) as due,
       coalesce((select jsonb_agg(jsonb_build_object('outcome', e.outcome, 'verdict', e.verdict, 'received_at', e.received_at) order by e.id)
         from (select * from gateway_event e where e.txn_ref = p.txn_ref order by e.id desc limit 20) e), '[]') as events
     from payment_attempt p
     left join cart on cart.id = p.cart_id
     left join cart_address address on address.id = cart.shipping_address_id
     left join producer_order part on p.purpose = 'door' and part.id = p.subject_id
     left join "order" o on o.id = coalesce(p.order_id, part.order_id)
     where ${IS_ORPHAN} and (?::text is null or p.id = ?)
     order by p.decided_at, p.id limit ?`,
    [id ?? null, id ?? null, limit],
  )
  return rows.map((row) => OrphanRow.parse(row))
}

/** Settles an open attempt at once. False if nothing of it is open. */
export async function settleNow(db: Knex, id: string): Promise<boolean> {
  return (await db("payment_attempt").where({ id, completion: "open" }).update({ next_try_at: db.fn.now() })) > 0
}
