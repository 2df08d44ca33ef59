import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { IS_ORPHAN } from "./orphans"

export const ALARM_KINDS = ["refund", "orphan", "review", "task"] as const
export type AlarmKind = (typeof ALARM_KINDS)[number]

export const AlarmRow = z.object({
  id: z.string(),
  kind: z.enum(ALARM_KINDS),
  subject: z.string(),
  waiting_since: z.date(),
  raised_at: z.date(),
  told_at: z.date().nullable(),
  cleared_at: z.date().nullable(),
})
export type Alarm = z.infer<typeof AlarmRow>

/** Bank transfers that are nobody's payment yet: the last word about them is that a person decides. */
export const WAITING_TRANSFERS = `select d.transaction_id, came.amount, came.received_at
  from bank_decision d join bank_transaction came on came.id = d.transaction_id
  where d.kind in ('review', 'undone') and not exists (select 1 from bank_decision later
    where later.transaction_id = d.transaction_id and later.number > d.number)`

/** All that waits for something, and since when: debts, money without a place, reviews and tasks. */
const WAITING = `
  select 'refund' as kind, id as subject, created_at as since from refund_due where returned_at is null
  union all select 'orphan', p.id, p.decided_at from payment_attempt p where ${IS_ORPHAN}
  union all select 'review', id, decided_at from payment_attempt where state = 'review'
  union all select 'review', transaction_id, received_at from (${WAITING_TRANSFERS}) transfer
  union all select 'task', id, opened_at from reconciliation_task where solved_at is null`

/**
 * Raises an alarm about whatever has waited longer than `hours`, once, and clears those whose cause is gone. The same
 * thing waiting anew later is another alarm.
 */
export async function watchWaiting(db: Knex, hours: number): Promise<{ raised: number; cleared: number }> {
  return db.transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: { kind: string; subject: string; since: Date }[] }>(
      `select kind, subject, since from (${WAITING}) waiting
       where since < now() - make_interval(hours => ?) and not exists (select 1 from payment_alarm a
         where a.kind = waiting.kind and a.subject = waiting.subject and a.cleared_at is null)
       order by since limit 500`,
      [hours],
    )
    const born = rows.map(({ kind, subject, since }) => ({
      ...{ id: generateEntityId(undefined, "payalarm"), kind, subject, waiting_since: since },
    }))
    const raised =
      born.length === 0
        ? []
        : await trx("payment_alarm")
            .insert(born)
            .onConflict(trx.raw("(kind, subject) where cleared_at is null"))
            .ignore()
            .returning("id")
    const cleared = await trx.raw<{ rowCount: number }>(
      `update payment_alarm a set cleared_at = now() where a.cleared_at is null
       and not exists (select 1 from (${WAITING}) waiting where waiting.kind = a.kind and waiting.subject = a.subject)`,
    )
    return { raised: raised.length, cleared: cleared.rowCount }
  })
}

/** Alarms the operator has not been told of. */
export async function untoldAlarms(db: Knex): Promise<Alarm[]> {
  const rows = await db("payment_alarm").whereNull("told_at").whereNull("cleared_at").orderBy("raised_at").limit(500)
  return rows.map((row) => AlarmRow.parse(row))
}

export async function markTold(db: Knex, ids: string[]): Promise<void> {
  await db("payment_alarm").whereIn("id", ids).whereNull("told_at").update({ told_at: db.fn.now() })
}

/** What stands, longest waiting first. */
export async function openAlarms(db: Knex): Promise<Alarm[]> {
  const rows = await db("payment_alarm").whereNull("cleared_at").orderBy("waiting_since").limit(500)
  return rows.map((row) => AlarmRow.parse(row))
}
