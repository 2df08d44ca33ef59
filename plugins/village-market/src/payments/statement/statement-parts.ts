import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { WAITING_TRANSFERS } from "../../modules/gateway/alarms"
import { PAYMENT_MEANS } from "../../modules/trade/rows"
import type { StatementPart } from "./add-up"

/** The day a moment falls on, on Vietnam's clock. */
export const dayOf = (moment: string) => `(${moment} at time zone interval '7 hours')::date`

/** Debts that somebody has returned by hand, or that go back so: no gateway has confirmed them. */
export const NOT_BY_GATEWAY =
  "not exists (select 1 from refund_attempt r where r.refund_due_id = due.id and r.state = 'confirmed')"

/** Cash as producers collected it: what each act of collecting says, unless it was paid by QR instead. */
export const CASH = `select part.order_id, act.at, (act.detail->>'cash_collected')::bigint as amount
  from producer_order_act act join producer_order part on part.id = act.producer_order_id
  where act.detail->>'cash_collected' is not null and part.collected_by = 'cash'`

/** What transfers brought that pays no attempt: they wait for a decision or go back, or were more than their attempt cost. */
export const UNPAYING = `select came.received_at as at, came.amount from bank_decision d
    join bank_transaction came on came.id = d.transaction_id
  where came.direction = 'in' and d.kind in ('review', 'undone', 'give_back') and not exists (
    select 1 from bank_decision later where later.transaction_id = d.transaction_id and later.number > d.number)
  union all
  select p.decided_at, sum(came.amount) - p.amount from payment_attempt p
    join bank_decision d on d.attempt_id = p.id and d.kind = 'matched'
    join bank_transaction came on came.id = d.transaction_id
  where p.state = 'captured' and not exists (
    select 1 from bank_decision later where later.transaction_id = d.transaction_id and later.number > d.number)
  group by p.id, p.decided_at, p.amount`

const Part = z.object({
  day: z.string(),
  means: z.enum(PAYMENT_MEANS),
  ...Object.fromEntries(
    [
      "captured",
      "payments",
      "payments_settled",
      "refunded",
      "by_hand",
      "fees",
      "unplaced",
      "owed",
      "awaiting",
      "in_review",
    ].map((name) => [name, z.coerce.number().int().safe().optional()]),
  ),
})

/** The statement's parts by the books, each with its own day: of the payment, the refund, the debt. ISO days, both included. */
export async function statementParts(db: Knex, { from, to }: { from: string; to: string }): Promise<StatementPart[]> {
  const days = [from, to]
  const queries = [
    `select ${dayOf("p.decided_at")}::text as day, p.provider as means, sum(p.amount) as captured, count(*) as payments,
       coalesce(sum(p.amount) filter (where p.completion = 'open'), 0) as unplaced,
       count(*) filter (where exists (select 1 from settlement_line l where l.provider = p.provider
         and l.txn_ref = p.txn_ref and l.kind = 'payment' and l.fee is not null)) as payments_settled
     from payment_attempt p where p.state = 'captured' and ${dayOf("p.decided_at")} between ? and ? group by 1, 2`,
    `select ${dayOf("at")}::text as day, 'cash' as means, sum(amount) as captured, count(*) as payments
     from (${CASH}) cash where ${dayOf("at")} between ? and ? group by 1`,
    `select ${dayOf("at")}::text as day, 'bank' as means, sum(amount) as captured
     from (${UNPAYING}) over_and_above where ${dayOf("at")} between ? and ? group by 1`,
    `select ${dayOf("r.decided_at")}::text as day, p.provider as means, sum(r.amount) as refunded
     from refund_attempt r join payment_attempt p on p.id = r.payment_attempt_id
     where r.state = 'confirmed' and ${dayOf("r.decided_at")} between ? and ? group by 1, 2`,
    `select ${dayOf("due.returned_at")}::text as day, due.means, sum(due.amount) as by_hand from refund_due due
     where ${dayOf("due.returned_at")} between ? and ? and ${NOT_BY_GATEWAY} group by 1, 2`,
    `select ${dayOf("due.created_at")}::text as day, due.means, sum(due.amount) as owed from refund_due due
     where due.returned_at is null and ${dayOf("due.created_at")} between ? and ? and ${NOT_BY_GATEWAY} group by 1, 2`,
    `select ${dayOf("p.created_at")}::text as day, p.provider as means, sum(p.amount) as awaiting from payment_attempt p
     where p.provider = 'bank' and p.state = 'pending' and p.superseded_at is null and p.expires_at > now()
       and ${dayOf("p.created_at")} between ? and ? group by 1, 2`,
    `select ${dayOf("received_at")}::text as day, 'bank' as means, sum(amount) as in_review
     from (${WAITING_TRANSFERS}) transfer where ${dayOf("received_at")} between ? and ? group by 1`,
    `select l.day::text as day, l.provider as means, sum(l.fee) as fees from settlement_line l
     where l.fee is not null and l.day between ? and ? group by 1, 2`,
  ]
  const parts: StatementPart[] = []
  for (const query of queries) {
    const { rows } = await db.raw<{ rows: unknown[] }>(query, days)
    parts.push(...rows.map((row) => Part.parse(row)))
  }
  return parts
}
