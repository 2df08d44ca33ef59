import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type PaymentAttempt, PaymentAttemptRow } from "./rows"

/** Longer than a gateway may take to answer; after a crash the attempt is asked about again. */
const LEASE_SECONDS = 30

/** Why an attempt failed that no gateway has ever heard of. A notice that comes all the same still decides it. */
export const NEVER_PAID = "never_paid"

export type AskedAttempt = {
  attempt: PaymentAttempt
  /** Seconds since it can no longer be paid at the gateway. */
  sinceExpiry: number
}

/** An attempt of a gateway that named no end: VNPay's page is open for 15 minutes. */
const EXPIRY = "coalesce(expires_at, created_at + interval '15 minutes')"

/** The first turn comes a fixed time after the opening, or earlier if somebody wants it; then whenever the last one said. */
const TURN = `case when asks = 0 then least(ask_at, created_at + make_interval(secs => ?))
  else coalesce(ask_at, created_at + make_interval(secs => ?)) end`

/**
 * Takes one attempt without a final answer whose turn it is, and puts it out of everybody else's reach for the length
 * of a lease. `after`: seconds from its opening to the first turn.
 */
export async function claimToAsk(
  db: Knex,
  { providers, after }: { providers: readonly string[]; after: number },
): Promise<AskedAttempt | undefined> {
  const { rows } = await db.raw<{ rows: (Record<string, unknown> & { since_expiry: number })[] }>(
    `update payment_attempt set asks = asks + 1, ask_at = now() + make_interval(secs => ?)
     where id = (select id from payment_attempt
       where state = 'pending' and provider = any(?)
         and ${TURN} <= now()
       order by coalesce(ask_at, created_at) limit 1 for update skip locked)
     returning *, extract(epoch from now() - ${EXPIRY})::float8 as since_expiry`,
    [LEASE_SECONDS, [...providers], after, after],
  )
  const [row] = rows
  return row && { attempt: PaymentAttemptRow.parse(row), sinceExpiry: row.since_expiry }
}

/** Asks about an attempt again in so many seconds. */
export async function askAgainIn(db: Knex, id: string, seconds: number): Promise<void> {
  await db("payment_attempt")
    .where({ id, state: "pending" })
    .update({ ask_at: db.raw("now() + make_interval(secs => ?)", [seconds]) })
}

/** Gives every pending attempt its turn at once, but for those somebody may be asking about just now. */
export async function askAllNow(db: Knex): Promise<void> {
  await db.raw(
    `update payment_attempt set ask_at = now()
     where state = 'pending' and (asks = 0 or ask_at > now() + make_interval(secs => ?))`,
    [LEASE_SECONDS],
  )
}

/**
 * The gateway knows of no payment of an attempt that can no longer be paid: it has failed. The event is our own note of
 * that, the attempt's lock keeps a notice that comes at this very moment from being overwritten.
 */
export async function markNeverPaid(db: Knex, { id, provider, txn_ref, asks }: PaymentAttempt): Promise<boolean> {
  return db.transaction(async (trx) => {
    const ended = await trx("payment_attempt")
      .where({ id, state: "pending" })
      .update({ state: "failed", last_error: NEVER_PAID, decided_at: trx.fn.now(), ask_at: null })
    if (ended === 0) return false
    await trx("gateway_event")
      .insert({
        ...{ provider, txn_ref, attempt_id: id, event_key: `${NEVER_PAID}:${id}` },
        ...{ outcome: "failed", verdict: "00", raw: JSON.stringify({ said: "nothing", asks }) },
      })
      .onConflict(["provider", "event_key"])
      .ignore()
    return true
  })
}
