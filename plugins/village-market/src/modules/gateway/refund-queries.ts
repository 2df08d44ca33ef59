import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type RefundAttempt, RefundAttemptRow } from "./refund-rows"
import type { PaymentAttempt } from "./rows"
import { UNDONE } from "./undone-refunds"

/** The gateways that are set up in this shop: no other can give anything back. */
export type Providers = readonly PaymentAttempt["provider"][]

/** A debt with the captured payment it goes back through. */
export type RefundableDue = { due_id: string; payment_attempt_id: string; provider: PaymentAttempt["provider"] }

/** What has been done about a debt. `byGateway`: there is a payment it can go back through; else it goes back by hand. */
export type RefundProgress = { last?: RefundAttempt; tries: number; byGateway: boolean }

/**
 * The payment a debt names, else the one that paid its order; none for money that was paid in cash, or that has come
 * back from the bank once already.
 */
const PAID = `select p.id, p.provider from payment_attempt p
  where due.reason <> '${UNDONE}' and due.means = p.provider and p.provider in ('vnpay', 'stripe') and p.state = 'captured' and (p.id = due.payment_attempt_id
    or due.payment_attempt_id is null and p.completion = 'completed' and p.order_id = due.order_id)
  order by p.created_at limit 1`

const LAST = "select r.* from refund_attempt r where r.refund_due_id = due.id order by r.number desc limit 1"

/** Debts whose turn it is, oldest first; those without a captured payment at a gateway that gives back go back by hand. */
export async function dueRefunds(db: Knex, setUp: Providers, limit = 100): Promise<RefundableDue[]> {
  const { rows } = await db.raw<{ rows: RefundableDue[] }>(
    `select due.id as due_id, paid.id as payment_attempt_id, paid.provider
     from refund_due due join lateral (${PAID}) paid on true
     left join lateral (${LAST}) last on true
     where due.returned_at is null and paid.provider = any(?) and (last.id is null or last.next_try_at <= now())
     order by due.created_at limit ?`,
    [[...setUp], limit],
  )
  return rows
}

/** Seconds until the next try has its turn; infinite when none has. */
export async function nextRefundIn(db: Knex): Promise<number> {
  const { rows } = await db.raw<{ rows: { seconds: number | null }[] }>(
    `select extract(epoch from min(next_try_at) - now())::float8 as seconds from refund_attempt
     where next_try_at > now()`,
  )
  return rows[0]?.seconds ?? Number.POSITIVE_INFINITY
}

/**
 * What has been done about each of these debts. One of a gateway that was switched off goes back by hand, unless that
 * gateway has it under way or has paid it: the buyer would get it twice.
 */
export async function refundProgress(
  db: Knex,
  dueIds: string[],
  setUp: Providers,
): Promise<Map<string, RefundProgress>> {
  const { rows } = await db.raw<{ rows: { id: string; provider: PaymentAttempt["provider"] | null }[] }>(
    `select due.id, paid.provider from refund_due due left join lateral (${PAID}) paid on true
     where due.id = any(?)`,
    [dueIds],
  )
  const tried = await db("refund_attempt").whereIn("refund_due_id", dueIds).orderBy("number")
  const attempts = tried.map((row) => RefundAttemptRow.parse(row))
  return new Map(
    rows.map(({ id, provider }) => {
      const own = attempts.filter(({ refund_due_id }) => refund_due_id === id)
      const last = own.at(-1)
      const byGateway = provider !== null && (setUp.includes(provider) || (last && last.state !== "refused") === true)
      return [id, { last, tries: own.length, byGateway }]
    }),
  )
}

/** Lets a refund that was refused be tried again. False if there is none. */
export async function retryRefund(db: Knex, dueId: string): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `update refund_attempt set next_try_at = now() where id in (
       select last.id from refund_due due join lateral (${LAST}) last on true
       where due.id = ? and due.returned_at is null and last.state = 'refused')
     returning id`,
    [dueId],
  )
  return rows.length > 0
}

/** Asks the gateway now about a refund it gave no clear answer on. False if there is none. */
export async function askRefundNow(db: Knex, dueId: string): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `update refund_attempt set next_try_at = now() where id in (
       select last.id from refund_due due join lateral (${LAST}) last on true
       where due.id = ? and due.returned_at is null and last.state = 'unknown')
     returning id`,
    [dueId],
  )
  return rows.length > 0
}

/** Debts of an order's own money that somebody has returned by hand and that are not in Medusa's books yet. */
export async function unbookedByHand(db: Knex): Promise<{ id: string; order_id: string; amount: number }[]> {
  const { rows } = await db.raw<{ rows: { id: string; order_id: string; amount: string }[] }>(
    `select due.id, due.order_id, due.amount from refund_due due
     where due.order_id is not null and due.payment_attempt_id is null and due.returned_at > now() - interval '30 days'
       and not exists (select 1 from refund_attempt r where r.refund_due_id = due.id and r.state = 'confirmed')
       and not exists (select 1 from order_transaction t where t.order_id = due.order_id and t.deleted_at is null
         and t.reference = '${BY_HAND}' and t.reference_id = due.id)
     order by due.returned_at limit 100`,
  )
  return rows.map(({ amount, ...due }) => ({ ...due, amount: Number(amount) }))
}

/** Medusa's transaction of money that went back by hand names this and the debt. */
export const BY_HAND = "refund_due"

export type ByHand = "done" | "unknown_debt" | "gateway_pays"

/**
 * Somebody has returned the money by hand. Refused while the gateway returns it, or is about to: the buyer would get
 * it twice.
 */
export async function returnByHand(
  db: Knex,
  dueId: string,
  who: { by: string; note: string },
  setUp: Providers,
): Promise<ByHand> {
  return db.transaction(async (trx) => {
    // The lock under which the next step towards a debt is decided.
    const due = await trx("refund_due").where({ id: dueId }).whereNull("returned_at").forUpdate().first()
    if (!due) return "unknown_debt"
    const { last, byGateway } = (await refundProgress(trx, [dueId], setUp)).get(dueId) ?? { byGateway: false }
    const refused = last?.state === "refused" && last.next_try_at === null
    if (byGateway && !refused) return "gateway_pays"
    await trx("refund_due")
      .where({ id: dueId })
      .update({ returned_at: trx.fn.now(), returned_by: who.by, returned_note: who.note })
    return "done"
  })
}
