import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

/** What only a person can clear up; the dashboard words each. */
export const TASK_KINDS = [
  /** The gateway has given no answer about an attempt that can no longer be paid, for hours. */
  "gateway_silent",
  /** The gateway names another amount than we asked for. */
  "gateway_amount",
  /** The gateway says paid after all, of an attempt that had failed or was under review. */
  "paid_late",
  /** The gateway says paid of a reference that is not ours. */
  "paid_unknown",
  /** A line of a settlement file against our books. */
  "settlement_missing_here",
  "settlement_missing_there",
  "settlement_amount",
  "settlement_status",
  "settlement_changed",
  /** The payment of an order differs between our books and Medusa's. */
  "books_differ",
  "stripe_dispute",
  /** A refund that nobody here has asked for. */
  "refund_elsewhere",
  /** A refund that counted as gone back has come back from the bank. */
  "refund_undone",
  "door_difference",
  /** VNPay has signed that a payment failed, or is in doubt, on whose money an order or a debt already rests. */
  "notice_contradicts",
  /** Paid at a stall, the goods gone, and no order comes of it. */
  "stall_stuck",
  /** SePay has signed a notice that is not as we know them; it may tell of money. */
  "notice_unread",
] as const
export type TaskKind = (typeof TASK_KINDS)[number]

export const ReconciliationTaskRow = z.object({
  id: z.string(),
  kind: z.enum(TASK_KINDS),
  /** What it is about: a reference of ours, or the gateway's where we have none. */
  subject: z.string(),
  task_key: z.string(),
  evidence: z.record(z.string(), z.unknown()),
  opened_at: z.date(),
  solved_at: z.date().nullable(),
  solved_by: z.string().nullable(),
  note: z.string().nullable(),
})
export type ReconciliationTask = z.infer<typeof ReconciliationTaskRow>

export type NewTask = {
  kind: TaskKind
  subject: string
  /** What a person needs to decide: amounts in whole đồng, codes, times. No secrets, no card data. */
  evidence: Record<string, unknown>
  /** The same key is the same task; by default kind and subject. */
  key?: string
}

/**
 * Opens a task, also within a transaction of the caller's. The same found again opens no second one, even when the
 * first is solved. True if it is new.
 */
export async function openTask(db: Knex, { kind, subject, evidence, key }: NewTask): Promise<boolean> {
  const rows = await db("reconciliation_task")
    .insert({
      id: generateEntityId(undefined, "rectask"),
      kind,
      subject,
      task_key: key ?? `${kind}:${subject}`,
      evidence: JSON.stringify(evidence),
    })
    .onConflict("task_key")
    .ignore()
    .returning("id")
  return rows.length > 0
}

/** Solves the task of a key, if it is open: what it was about has cleared itself up. */
export async function withdrawTask(db: Knex, key: string, note: string): Promise<void> {
  await solve(db, { task_key: key }, { by: "system", note })
}

/** A person has cleared a task up. False if there is no such open task. */
export const solveTask = (db: Knex, id: string, how: { by: string; note: string }) => solve(db, { id }, how)

async function solve(
  db: Knex,
  which: { id: string } | { task_key: string },
  { by, note }: { by: string; note: string },
) {
  const solved = await db("reconciliation_task")
    .where(which)
    .whereNull("solved_at")
    .update({ solved_at: db.fn.now(), solved_by: by, note })
  return solved > 0
}

/** Open tasks, oldest first, or the solved ones, latest first. */
export async function listTasks(db: Knex, { solved = false, limit = 200 } = {}): Promise<ReconciliationTask[]> {
  const tasks = db("reconciliation_task").limit(limit)
  const rows = solved
    ? await tasks.whereNotNull("solved_at").orderBy("solved_at", "desc")
    : await tasks.whereNull("solved_at").orderBy("opened_at").orderBy("id")
  return rows.map((row) => ReconciliationTaskRow.parse(row))
}
