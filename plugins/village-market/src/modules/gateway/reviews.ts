import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { contradiction } from "./contradiction"
import type { PaymentNotice } from "./payment-notice"
import { type PaymentAttempt, PaymentAttemptRow } from "./rows"
import { openTask } from "./tasks"

export const PaymentReviewRow = z.object({
  id: z.string(),
  payment_attempt_id: z.string(),
  /** The first decision on an attempt, and any after VNPay has contradicted it. */
  number: z.number().int(),
  decision: z.enum(["came", "not_came"]),
  /** VNPay's number of the payment, without which it cannot be given back. */
  transaction_no: z.string().nullable(),
  reason: z.string(),
  decided_by: z.string(),
  decided_at: z.date(),
})
export type PaymentReview = z.infer<typeof PaymentReviewRow>

const GatewayEventRow = z.object({
  id: z.coerce.string(),
  event_key: z.string(),
  outcome: z.string(),
  verdict: z.string(),
  raw: z.string(),
  received_at: z.date(),
})
export type GatewayEvent = z.infer<typeof GatewayEventRow>

/** An attempt a person has to decide on, or has decided, with every word of the gateway about it, oldest first. */
export type Reviewed = { attempt: PaymentAttempt; events: GatewayEvent[]; reviews: PaymentReview[] }

/** What waits for a person, oldest first, then what was decided, latest first. */
export async function listReviews(db: Knex, limit = 100): Promise<Reviewed[]> {
  const open = await db("payment_attempt").where({ state: "review" }).orderBy("decided_at").limit(limit)
  const decided = await db("payment_attempt as a")
    .join(
      db("payment_review").select("payment_attempt_id").max("decided_at as at").groupBy("payment_attempt_id").as("r"),
      "r.payment_attempt_id",
      "a.id",
    )
    .whereNot("a.state", "review")
    .orderBy("r.at", "desc")
    .limit(20)
    .select("a.*")
  return withWords(db, [...open, ...decided])
}

/** One of them; undefined for an attempt that never needed a person. */
export async function findReview(db: Knex, id: string): Promise<Reviewed | undefined> {
  const [found] = await withWords(db, await db("payment_attempt").where({ id }))
  return found && (found.attempt.state === "review" || found.reviews.length > 0) ? found : undefined
}

async function withWords(db: Knex, rows: unknown[]): Promise<Reviewed[]> {
  const attempts = rows.map((row) => PaymentAttemptRow.parse(row))
  const ids = attempts.map(({ id }) => id)
  const events = await db("gateway_event").whereIn("attempt_id", ids).orderBy("id")
  const reviews = await db("payment_review").whereIn("payment_attempt_id", ids).orderBy("number")
  return attempts.map((attempt) => ({
    attempt,
    events: events.filter(({ attempt_id }) => attempt_id === attempt.id).map((row) => GatewayEventRow.parse(row)),
    reviews: reviews.filter((row) => row.payment_attempt_id === attempt.id).map((row) => PaymentReviewRow.parse(row)),
  }))
}

export type ReviewDecision = { by: string; reason: string } & (
  | { decision: "came"; transactionNo: string }
  | { decision: "not_came" }
)
/** `number_taken`: another payment at the same gateway carries this transaction number. */
export type Decided = "decided" | "unknown" | "not_in_review" | "number_taken"

/** A person decides: the money came and is settled like any other, or it did not. Under the attempt's row lock, once. */
export function decideReview(db: Knex, id: string, decision: ReviewDecision): Promise<Decided> {
  return db.transaction(async (trx) => {
    const row = await trx("payment_attempt").where({ id }).forUpdate().first()
    if (!row) return "unknown"
    const attempt = PaymentAttemptRow.parse(row)
    if (attempt.state !== "review") return "not_in_review"
    const transaction_no = decision.decision === "came" ? decision.transactionNo : null
    if (transaction_no) {
      const { provider } = attempt
      const other = await trx("payment_attempt").where({ provider, transaction_no }).whereNot({ id }).first("id")
      if (other) return "number_taken"
    }
    const { n } = await trx("payment_review")
      .where({ payment_attempt_id: id })
      .count({ n: "*" })
      .first()
      .then((found) => found ?? { n: 0 })
    await trx("payment_review").insert({
      id: generateEntityId(undefined, "payrev"),
      payment_attempt_id: id,
      ...{ number: Number(n) + 1, decision: decision.decision, transaction_no },
      ...{ reason: decision.reason, decided_by: decision.by },
    })
    await trx("payment_attempt")
      .where({ id })
      .update({
        decided_at: trx.fn.now(),
        ...(transaction_no
          ? { state: "captured", transaction_no, completion: "open", next_try_at: trx.fn.now() }
          : { state: "failed" }),
      })
    return "decided"
  })
}

/**
 * A signed word that contradicts what was decided is not lost: the attempt goes back to a person, or, where an order or
 * a debt rests on its money, a task is opened. In the transaction that takes the notice down.
 */
export async function takeUpContradiction(trx: Knex, attempt: PaymentAttempt, notice: PaymentNotice): Promise<void> {
  const meant = contradiction(attempt, notice)
  if (meant === "review") {
    await trx("payment_attempt")
      .where({ id: attempt.id, state: "failed" })
      .update({ state: "review", decided_at: trx.fn.now() })
  }
  if (meant === "task") {
    await openTask(trx, {
      kind: "notice_contradicts",
      subject: attempt.txn_ref,
      key: `notice_contradicts:${attempt.id}:${notice.outcome}`,
      evidence: {
        ...{ txn_ref: attempt.txn_ref, amount: attempt.amount, order_id: attempt.order_id, state: attempt.state },
        ...{ response_code: notice.responseCode, transaction_status: notice.transactionStatus },
        transaction_no: notice.transactionNo,
      },
    })
  }
}
