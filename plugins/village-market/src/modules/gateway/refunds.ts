import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { RefundAnswer } from "./refund-answer"
import { consequence, secondsFromNow } from "./refund-consequence"
import type { RefundableDue } from "./refund-queries"
import { type RefundAttempt, RefundAttemptRow } from "./refund-rows"
import { type RefundStep, refundStep } from "./refund-step"
import { type PaymentAttempt, PaymentAttemptRow } from "./rows"
import { oweAgain } from "./undone-refunds"
import { newRequestId, refundType } from "./vnpay/api-request"

type Trx = Knex.Transaction

/** The gateway's answer about a refund, as it is taken down. */
export type TakenDown = { answer: RefundAnswer; key: string; raw: string; responseCode?: string; status?: string }

/** The gateway's number of a refund that it says has come back; only an event about that very refund names it. */
type CameBack = { cameBack?: string }

/** What to do now, with the try it is about and what is known of its payment. */
export type RefundTurn =
  | { step: "wait" | "refuse" }
  | { step: "send" | "ask" | "book"; refund: RefundAttempt; payment: PaymentAttempt; earlierNos: string[] }

/** After a crash, a try is taken up again this long after it was taken. */
const LEASE_SECONDS = 30
const LONGEST_PAUSE_SECONDS = 900
const IN_DOUBT = ["intended", "unknown"]

/** Tries to give money back; each is stored before it is sent, and one per payment is under way at a time. */
export class Refunds {
  readonly #db: Knex

  constructor(db: Knex) {
    this.#db = db
  }

  /** Decides and stores the next step of a debt, under the payment's row lock; nobody else gets it before the lease is over. */
  async take({ due_id, payment_attempt_id }: Omit<RefundableDue, "provider">): Promise<RefundTurn> {
    return this.#db.transaction(async (trx) => {
      const paid = await trx("payment_attempt").where({ id: payment_attempt_id }).forUpdate().first()
      const due = await trx("refund_due").where({ id: due_id }).whereNull("returned_at").forUpdate().first()
      if (!paid || !due) return { step: "wait" }
      const payment = PaymentAttemptRow.parse(paid)
      const tries = (await trx("refund_attempt").where({ payment_attempt_id }).orderBy("number")).map((row) =>
        RefundAttemptRow.parse(row),
      )
      const confirmed = tries.filter(({ state }) => state === "confirmed")
      const last = tries.filter(({ refund_due_id }) => refund_due_id === due_id).at(-1)
      const refunded = confirmed.reduce((sum, { amount }) => sum + amount, 0)
      // Medusa bears one refund of an order at a time, so the next waits until the last one is in its books too.
      const open = tries.filter((one) => IN_DOUBT.includes(one.state) || (one.state === "confirmed" && !one.booked_at))
      const underWay = open.some(({ refund_due_id }) => refund_due_id !== due_id)
      const amount = Number(due.amount)
      const now: Date = (await trx.raw("select now() as now")).rows[0].now
      const step = refundStep({ amount, captured: payment.amount, refunded, underWay, last }, now)
      const type = refundType({ captured: payment.amount, refunded, amount })
      const intent = { refund_due_id: due_id, payment_attempt_id, amount, transaction_type: type }
      const refund = await this.#store(trx, step, intent, last)
      if (!refund || step === "wait" || step === "refuse") return { step: step === "refuse" ? step : "wait" }
      const earlierNos = confirmed.map(({ transaction_no }) => transaction_no ?? "")
      return { step, refund, payment, earlierNos }
    })
  }

  async #store(trx: Trx, step: RefundStep, intent: object, last?: RefundAttempt): Promise<RefundAttempt | undefined> {
    if (step === "wait") return undefined
    if (step === "send" || step === "refuse") {
      const born = {
        id: generateEntityId(undefined, "refatt"),
        number: (last?.number ?? 0) + 1,
        request_id: newRequestId(),
        ...intent,
        ...(step === "send"
          ? { next_try_at: secondsFromNow(trx, LEASE_SECONDS) }
          : { state: "refused", reason: "exceeds_captured", decided_at: trx.fn.now() }),
      }
      // The old refusal has had its turn.
      if (last) await trx("refund_attempt").where({ id: last.id }).update({ next_try_at: null })
      const [row] = await trx("refund_attempt").insert(born).returning("*")
      return RefundAttemptRow.parse(row)
    }
    const taken = { next_try_at: secondsFromNow(trx, LEASE_SECONDS) }
    const asked = { ...taken, state: "unknown", asks: trx.raw("asks + 1") }
    const [row] = await trx("refund_attempt")
      .where({ id: last?.id })
      .update(step === "ask" ? asked : { ...taken, booking_tries: trx.raw("booking_tries + 1") })
      .returning("*")
    return RefundAttemptRow.parse(row)
  }

  /**
   * Takes down what the gateway said and what follows from it, in one transaction. A late answer decides nothing that
   * is decided. Absent is believed only when the gateway can no longer be about to carry it out.
   */
  async record({ id }: RefundAttempt, said: TakenDown & CameBack, doubtSeconds: number): Promise<RefundAttempt> {
    return this.#db.transaction(async (trx) => {
      const row = await trx("refund_attempt").where({ id }).forUpdate().first()
      const refund = RefundAttemptRow.parse(row)
      const paid = await trx("payment_attempt").where({ id: refund.payment_attempt_id }).first()
      await trx("gateway_event")
        .insert({
          ...{
            provider: paid.provider,
            txn_ref: paid.txn_ref,
            attempt_id: paid.id,
            event_key: said.key,
            raw: said.raw,
          },
          ...{ outcome: `refund_${said.answer.kind}`, verdict: said.responseCode ?? "-" },
        })
        .onConflict(["provider", "event_key"])
        .ignore()
      if (!IN_DOUBT.includes(refund.state)) {
        const { answer, cameBack } = said
        const undone = refund.state === "confirmed" && answer.kind === "refused" && cameBack === refund.transaction_no
        if (undone && cameBack) await oweAgain(trx, refund, { refund: cameBack, reason: answer.reason })
        return refund
      }
      const { rows } = await trx.raw("select now() - ? > make_interval(secs => ?) as late", [
        refund.created_at,
        doubtSeconds,
      ])
      const pause = Math.min(LONGEST_PAUSE_SECONDS, 3 * 2 ** Math.min(refund.asks, 10))
      const [changed] = await trx("refund_attempt")
        .where({ id })
        .update({
          ...(said.responseCode === undefined ? {} : { response_code: said.responseCode }),
          ...(said.status === undefined ? {} : { transaction_status: said.status }),
          ...consequence(trx, said.answer, { refund, pause, late: rows[0].late }),
        })
        .returning("*")
      return RefundAttemptRow.parse(changed)
    })
  }

  /** The shop's books agree with the gateway; the debt is paid. One transaction, so that neither is seen without the other. */
  async booked({ id, refund_due_id, transaction_no, payment_attempt_id }: RefundAttempt): Promise<void> {
    await this.#db.transaction(async (trx) => {
      await trx("refund_attempt").where({ id }).update({ booked_at: trx.fn.now(), next_try_at: null, last_error: null })
      await trx("refund_due")
        .where({ id: refund_due_id })
        .whereNull("returned_at")
        .update({
          returned_at: trx.fn.now(),
          returned_by: trx("payment_attempt")
            .where({ id: payment_attempt_id })
            .select(trx.raw(`case provider when 'vnpay' then 'VNPay' else 'Stripe' end`)),
          returned_note: transaction_no,
        })
    })
  }

  /** Confirmed, but not in the shop's books yet; tried again later, longer each time. */
  async putOffBooking({ id, booking_tries }: RefundAttempt, error: string): Promise<void> {
    const pause = Math.min(LONGEST_PAUSE_SECONDS, 5 * 2 ** Math.min(booking_tries, 10))
    await this.#db("refund_attempt")
      .where({ id })
      .whereNull("booked_at")
      .update({ next_try_at: secondsFromNow(this.#db, pause), last_error: error.slice(0, 1000) })
  }

  /** The try a gateway names by our own number of it. */
  async byRequestId(request_id: string): Promise<RefundAttempt | undefined> {
    const row = await this.#db("refund_attempt").where({ request_id }).first()
    return row && RefundAttemptRow.parse(row)
  }

  /** A refund the gateway has confirmed and Medusa does not have yet. Whole đồng. */
  async confirmedUnbooked(paymentAttemptId: string, amount: number): Promise<RefundAttempt | undefined> {
    const row = await this.#db("refund_attempt")
      .where({ payment_attempt_id: paymentAttemptId, amount, state: "confirmed" })
      .whereNull("booked_at")
      .first()
    return row && RefundAttemptRow.parse(row)
  }
}
