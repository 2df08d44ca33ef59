import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { BankTransactions } from "./bank/transactions"
import type { PaymentNotice } from "./payment-notice"
import { Reconciliation } from "./reconciliation"
import { recordNotice } from "./record-notice"
import {
  askRefundNow,
  type ByHand,
  dueRefunds,
  nextRefundIn,
  type Providers,
  type RefundProgress,
  refundProgress,
  retryRefund,
  returnByHand,
  unbookedByHand,
} from "./refund-queries"
import { Refunds } from "./refunds"
import { type Decided, decideReview, findReview, listReviews, type ReviewDecision, type Reviewed } from "./reviews"
import { type NewPaymentAttempt, type PaymentAttempt, PaymentAttemptRow } from "./rows"
import { type NewTask, openTask } from "./tasks"
import type { Verdict } from "./vnpay/verdict"

/** What an event is about: an attempt, or a payment known by the gateway's name alone. */
type Noted = Pick<PaymentAttempt, "provider" | "txn_ref"> & { id: string | null }

/** Longer than settling a payment takes; after a crash in between the attempt is taken up again. */
const LEASE_SECONDS = 20
const LONGEST_PAUSE_SECONDS = 900

/**
 * Payment attempts and what the gateways said about them. Written by the payment providers before the buyer leaves
 * for the gateway, by the gateway's notice, and by settling; plain SQL on the shop's database, so that the payment
 * module's providers can make one of their own.
 */
export class GatewayService {
  readonly #db: Knex
  readonly refunds: Refunds
  /** What came in on the shop's account. */
  readonly bank: BankTransactions
  readonly reconciliation: Reconciliation

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#db = __pg_connection__
    this.refunds = new Refunds(__pg_connection__)
    this.bank = new BankTransactions(__pg_connection__)
    this.reconciliation = new Reconciliation(__pg_connection__)
  }

  /** See `refund-queries.ts`: which debts wait for the gateway, what was done about them, and what a person may do. */
  dueRefunds = (setUp: Providers, limit?: number) => dueRefunds(this.#db, setUp, limit)
  nextRefundIn = () => nextRefundIn(this.#db)
  refundProgress = (dueIds: string[], setUp: Providers): Promise<Map<string, RefundProgress>> =>
    refundProgress(this.#db, dueIds, setUp)
  unbookedByHand = () => unbookedByHand(this.#db)
  askRefundNow = (dueId: string) => askRefundNow(this.#db, dueId)
  retryRefund = (dueId: string) => retryRefund(this.#db, dueId)
  returnByHand = (id: string, who: { by: string; note: string }, setUp: Providers): Promise<ByHand> =>
    returnByHand(this.#db, id, who, setUp)

  /** Puts something among the operator's tasks, once. True if it is new. */
  openTask = (task: NewTask): Promise<boolean> => openTask(this.#db, task)

  /** Stores an attempt; earlier ones of the same session are superseded by it. */
  async open(attempt: NewPaymentAttempt): Promise<PaymentAttempt> {
    return this.#db.transaction(async (trx) => {
      const { session_id } = attempt
      if (session_id) await supersede(trx("payment_attempt").where({ session_id }), trx)
      const basket = trx("payment_session as s")
        .join("cart_payment_collection as c", "c.payment_collection_id", "s.payment_collection_id")
        .where("s.id", session_id ?? "")
        .select("c.cart_id")
        .first()
      const [row] = await trx("payment_attempt")
        .insert({ id: generateEntityId(undefined, "payatt"), ...attempt, cart_id: basket })
        .returning("*")
      return PaymentAttemptRow.parse(row)
    })
  }

  async attempt(txnRef: string): Promise<PaymentAttempt | undefined> {
    const row = await this.#db("payment_attempt").where({ txn_ref: txnRef }).first()
    return row && PaymentAttemptRow.parse(row)
  }

  async attemptById(id: string): Promise<PaymentAttempt | undefined> {
    const row = await this.#db("payment_attempt").where({ id }).first()
    return row && PaymentAttemptRow.parse(row)
  }

  /** The attempt a gateway knows by its own name. */
  async attemptByExternalId(provider: PaymentAttempt["provider"], external_id: string) {
    const row = await this.#db("payment_attempt").where({ provider, external_id }).first()
    return row && PaymentAttemptRow.parse(row)
  }

  /** The attempt that paid what a gateway calls by this number. */
  async attemptByTransactionNo(provider: PaymentAttempt["provider"], transaction_no: string) {
    const row = await this.#db("payment_attempt").where({ provider, transaction_no }).first()
    return row && PaymentAttemptRow.parse(row)
  }

  /** Keeps the gateway's own name of an attempt, once it is known. */
  async nameAttempt(id: string, external_id: string): Promise<void> {
    await this.#db("payment_attempt").where({ id }).whereNull("external_id").update({ external_id })
  }

  /** Takes down what a gateway has told that decides no attempt; the same told again is taken down once. */
  async note(about: Noted, event: { key: string; outcome: string; raw: string }): Promise<void> {
    const { provider, txn_ref, id: attempt_id } = about
    const { key: event_key, outcome, raw } = event
    await this.#db("gateway_event")
      .insert({ provider, txn_ref, attempt_id, event_key, outcome, verdict: "-", raw })
      .onConflict(["provider", "event_key"])
      .ignore()
  }

  /** Attempts at something that is no basket (a part at the door, a stall sale), newest first. */
  attemptsOfSubject = (purpose: "door" | "stall", subject_id: string) => this.attemptsOfSubjects(purpose, [subject_id])

  async attemptsOfSubjects(purpose: "door" | "stall", subjects: string[]): Promise<PaymentAttempt[]> {
    const rows = await this.#db("payment_attempt")
      .where({ purpose })
      .whereIn("subject_id", subjects)
      .orderBy("created_at", "desc")
    return rows.map((row) => PaymentAttemptRow.parse(row))
  }

  /**
   * A stall sale that is paid and whose order is being made: this session of its basket is paid by that money. Nothing
   * but the sale's own basket, named by us, leads to it.
   */
  async adoptStall(session_id: string, amount: number): Promise<PaymentAttempt | undefined> {
    const sale = this.#db("payment_session as s")
      .join("cart_payment_collection as c", "c.payment_collection_id", "s.payment_collection_id")
      .join("stall_sale as sale", "sale.cart_id", "c.cart_id")
      .where("s.id", session_id)
      .select("sale.id")
    const [row] = await this.#db("payment_attempt")
      .where({ purpose: "stall", state: "captured", completion: "open", amount })
      .whereIn("subject_id", sale)
      .update({ session_id })
      .returning("*")
    return row && PaymentAttemptRow.parse(row)
  }

  /** The attempts of a basket, newest first. */
  async attemptsOfCart(cartId: string): Promise<PaymentAttempt[]> {
    const rows = await this.#db("payment_attempt").where({ cart_id: cartId }).orderBy("created_at", "desc")
    return rows.map((row) => PaymentAttemptRow.parse(row))
  }

  /** See `reviews.ts`: payments of which the gateway says neither paid nor unpaid, and what a person decides. */
  reviews = (limit?: number): Promise<Reviewed[]> => listReviews(this.#db, limit)
  review = (attemptId: string): Promise<Reviewed | undefined> => findReview(this.#db, attemptId)
  decideReview = (id: string, how: ReviewDecision): Promise<Decided> => decideReview(this.#db, id, how)

  /**
   * The basket changed, or its payment was called off. The attempt stays: the buyer may still pay it at the gateway,
   * and what has been paid goes back unless an order holds it.
   */
  async supersede({ id }: Pick<PaymentAttempt, "id">): Promise<void> {
    await supersede(this.#db("payment_attempt").where({ id }), this.#db)
  }

  /**
   * Medusa has called off the payment of a paid attempt. Whether an order still holds the money is looked at now, again
   * if need be: without one it goes back.
   */
  async settleAgain(txnRef: string): Promise<void> {
    await this.#db("payment_attempt")
      .where({ txn_ref: txnRef })
      .whereIn("completion", ["open", "completed"])
      .update({ completion: "open", next_try_at: this.#db.fn.now() })
  }

  /** See `record-notice.ts`: takes down what a gateway says, and what it decides. */
  record = (provider: string, notice: PaymentNotice): Promise<Verdict> => recordNotice(this.#db, provider, notice)

  /** Takes captured attempts whose turn it is; nobody else gets them before the lease is over. */
  async claimDue(limit: number): Promise<PaymentAttempt[]> {
    const db = this.#db
    const due = db("payment_attempt")
      .where("completion", "open")
      .andWhere("next_try_at", "<=", db.fn.now())
      .orderBy("next_try_at")
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .select("id")
    const rows = await db("payment_attempt")
      .whereIn("id", due)
      .update({ tries: db.raw("tries + 1"), next_try_at: secondsFromNow(db, LEASE_SECONDS) })
      .returning("*")
    return rows.map((row) => PaymentAttemptRow.parse(row))
  }

  /** Puts an attempt off, longer each time. */
  async putOff({ id, tries }: PaymentAttempt, error: string): Promise<void> {
    const pause = Math.min(LONGEST_PAUSE_SECONDS, 5 * 2 ** Math.min(tries, 10))
    await this.#db("payment_attempt")
      .where({ id, completion: "open" })
      .update({ next_try_at: secondsFromNow(this.#db, pause), last_error: error.slice(0, 1000) })
  }

  async complete(id: string, orderId: string): Promise<void> {
    await this.#close(id, { completion: "completed", order_id: orderId, last_error: null })
  }

  async markRefundDue(id: string, reason: string, orderId?: string): Promise<void> {
    await this.#close(id, { completion: "refund_due", order_id: orderId ?? null, last_error: reason })
  }

  async #close(id: string, set: object) {
    await this.#db("payment_attempt")
      .where({ id, completion: "open" })
      .update({ ...set, next_try_at: null })
  }
}

const secondsFromNow = (db: Knex, seconds: number) => db.raw("now() + make_interval(secs => ?)", [seconds])

/** What is captured and open gets its turn at once: its money may have to go back. */
const supersede = (attempts: Knex.QueryBuilder, db: Knex) =>
  attempts.whereNull("superseded_at").update({
    superseded_at: db.fn.now(),
    next_try_at: db.raw("case when completion = 'open' then now() else next_try_at end"),
  })
