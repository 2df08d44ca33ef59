import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { openTask } from "./tasks"

type Stray = {
  id: string
  provider: string
  txn_ref: string
  verdict: string
  received_at: Date
  amount: string | null
  state: string | null
}

/**
 * Signed notices that say "paid" and that decided nothing: of a reference we do not know, of another amount, or of an
 * attempt that had ended otherwise. There may be money; each becomes a task, once.
 */
export async function openStrayNotices(db: Knex, limit = 100): Promise<number> {
  const { rows } = await db.raw<{ rows: Stray[] }>(
    `select e.id, e.provider, e.txn_ref, e.verdict, e.received_at, p.amount, p.state from gateway_event e
     left join payment_attempt p on p.id = e.attempt_id
     where e.outcome = 'captured' and e.verdict in ('01', '02', '04') and e.provider in ('vnpay', 'stripe')
       and (p.id is null or p.state in ('failed', 'review') or p.state = 'pending' and e.verdict = '04')
       and e.received_at > now() - interval '30 days'
       and not exists (select 1 from reconciliation_task t where t.task_key = 'notice:' || e.id)
     order by e.id limit ?`,
    [limit],
  )
  let opened = 0
  for (const { id, provider, txn_ref, verdict, received_at, amount, state } of rows) {
    const kind = verdict === "01" ? "paid_unknown" : verdict === "04" ? "gateway_amount" : "paid_late"
    const evidence = { event_id: id, provider, verdict, received_at, amount: amount && Number(amount), state }
    if (await openTask(db, { kind, subject: txn_ref, evidence, key: `notice:${id}` })) opened++
  }
  return opened
}
