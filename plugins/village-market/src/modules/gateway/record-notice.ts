import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { contradiction } from "./contradiction"
import type { PaymentNotice } from "./payment-notice"
import { takeUpContradiction } from "./reviews"
import { type PaymentAttempt, PaymentAttemptRow } from "./rows"
import { judge, type Verdict } from "./vnpay/verdict"

/**
 * Takes down a signed notice and, if it decides a pending attempt, the attempt's result: one transaction, under the
 * attempt's row lock. A notice repeated word for word is taken down once; most are repeats, and cost one look.
 */
export async function recordNotice(db: Knex, provider: string, notice: PaymentNotice): Promise<Verdict> {
  if (await saysNothingNew(db, provider, notice)) return "02"
  return db.transaction(async (trx) => {
    const row = await trx("payment_attempt").where({ provider, txn_ref: notice.txnRef }).forUpdate().first()
    const attempt = row && PaymentAttemptRow.parse(row)
    const verdict = judge(attempt, notice)
    await trx("gateway_event")
      .insert({
        ...{ provider, event_key: notice.key, txn_ref: notice.txnRef, attempt_id: attempt?.id ?? null },
        ...{ outcome: notice.outcome, verdict, raw: notice.raw },
      })
      .onConflict(["provider", "event_key"])
      .ignore()
    if (attempt && verdict === "00") await trx("payment_attempt").where({ id: attempt.id }).update(result(trx, notice))
    if (attempt && verdict === "02") await takeUpContradiction(trx, attempt, notice)
    return verdict
  })
}

/** The very notice is taken down, its attempt is decided, and the decision agrees with it. */
async function saysNothingNew(db: Knex, provider: string, notice: PaymentNotice): Promise<boolean> {
  const known: Pick<PaymentAttempt, "provider" | "amount" | "state"> | undefined = await db("gateway_event as e")
    .join("payment_attempt as a", "a.id", "e.attempt_id")
    .where({ "e.provider": provider, "e.event_key": notice.key, "e.txn_ref": notice.txnRef })
    .whereNot("a.state", "pending")
    .first("a.provider", db.raw("a.amount::float8 as amount"), "a.state")
  return known !== undefined && known.amount === notice.amount && !contradiction(known, notice)
}

const result = (db: Knex, notice: PaymentNotice) => ({
  state: notice.outcome,
  response_code: notice.responseCode,
  transaction_status: notice.transactionStatus,
  transaction_no: notice.transactionNo,
  bank_code: notice.bankCode,
  pay_date: notice.payDate,
  last_error: null,
  ...(notice.outcome === "pending" ? {} : { decided_at: db.fn.now() }),
  ...(notice.outcome === "captured" ? { completion: "open", next_try_at: db.fn.now() } : {}),
})
