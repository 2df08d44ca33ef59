import Stripe from "stripe"
import type { RefundAnswer } from "../modules/gateway/refund-answer"
import type { TakenDown } from "../modules/gateway/refunds"
import type { PaymentAttempt } from "../modules/gateway/rows"
import { stripeClient } from "../modules/gateway/stripe/client"
import { withoutCard } from "../modules/gateway/stripe/event"
import { refundAnswer, refundError } from "../modules/gateway/stripe/refund-answer"
import { sessionNotice } from "../modules/gateway/stripe/session-notice"
import { openSession, readSession, stripeFault } from "../modules/gateway/stripe/sessions"
import type { StripeSettings } from "../modules/gateway/stripe/settings"
import type { PaymentGateway, RefundToSpeakOf } from "./gateways"
import { stripeSilence } from "./stripe-silence"

const OWN_FAULT = "server_error"

/** What marks a refund at Stripe as ours: the stored try's own number, and the debt it is for. */
const markOf = ({ refund }: RefundToSpeakOf) => ({ request_id: refund.request_id, refund_due_id: refund.refund_due_id })

/** Stripe's Checkout sessions and refunds for our attempts and debts. */
export function stripeGateway(stripe: StripeSettings): PaymentGateway {
  return {
    refundDoubtSeconds: stripe.refundDoubtSeconds,

    async ask(attempt) {
      try {
        const session = await readSession(stripe, attempt.external_id ?? (await lostSession(attempt)))
        return { kind: "notice", notice: sessionNotice(session, askedNow(session)) }
      } catch (error) {
        return stripeSilence(error, attempt)
      }
    },

    async sendRefund(turn) {
      return takeDown(turn.refund.request_id, await create(turn))
    },

    /** Ours is known by its mark. One that never arrived is sent under its old key, which Stripe carries out once. */
    async lookUpRefund(turn) {
      const key = `${turn.refund.request_id}:${turn.refund.asks}`
      const found = await find(turn)
      if (found !== "absent") return takeDown(key, found)
      const again = await create(turn)
      if ("refund" in again || again.answer.kind === "refused") return takeDown(key, again)
      // A fault of Stripe's own is kept for its key: only a look afterwards tells that nothing came of it.
      const now = again.fault === OWN_FAULT ? await find(turn) : again
      return takeDown(key, now === "absent" ? { answer: { kind: "absent" }, fault: OWN_FAULT } : now)
    },
  }

  /** The session of an attempt whose first answer never came. Its own id, or Stripe's refusal as it never was. */
  async function lostSession({ txn_ref, amount, expires_at }: PaymentAttempt): Promise<string> {
    if (!expires_at) throw new Error(`Attempt ${txn_ref} has no end`)
    return (await openSession(stripe, { txn_ref, amount, expires_at })).id
  }

  async function create(turn: RefundToSpeakOf): Promise<Said> {
    const { refund, payment } = turn
    try {
      const made = await stripeClient(stripe).refunds.create(
        { payment_intent: payment.transaction_no ?? "", amount: refund.amount, metadata: markOf(turn) },
        { idempotencyKey: `refund-${refund.request_id}` },
      )
      return { refund: made, answer: refundAnswer(made, expectedOf(turn)) }
    } catch (error) {
      return failed(error)
    }
  }

  async function find(turn: RefundToSpeakOf): Promise<Said | "absent"> {
    try {
      const list = stripeClient(stripe).refunds.list({ payment_intent: turn.payment.transaction_no ?? "", limit: 100 })
      for await (const one of list) {
        if (one.metadata?.request_id === turn.refund.request_id)
          return { refund: one, answer: refundAnswer(one, expectedOf(turn)) }
      }
      return "absent"
    } catch (error) {
      // Whatever stands in the way of looking proves nothing about the refund.
      return { answer: { kind: "unknown", reason: stripeFault(error) }, fault: "list" }
    }
  }
}

/** What came back about a refund: the refund itself, or why there is none. */
type Said = { refund: Stripe.Refund; answer: RefundAnswer } | { answer: RefundAnswer; fault: string }

const expectedOf = ({ refund, payment }: RefundToSpeakOf) => ({
  amount: refund.amount,
  paymentIntent: payment.transaction_no ?? "",
})

function failed(error: unknown): Said {
  const own = error instanceof Stripe.errors.StripeError && (error.statusCode ?? 0) >= 500
  return { answer: refundError(error), fault: own ? OWN_FAULT : stripeFault(error) }
}

/** `00`: Stripe has accepted it, so it cannot be absent any more. */
function takeDown(key: string, said: Said): TakenDown {
  if (!("refund" in said)) return { answer: said.answer, key, raw: JSON.stringify({ fault: said.fault }) }
  const status = said.refund.status ?? ""
  return { answer: said.answer, key, raw: withoutCard(said.refund), responseCode: "00", status }
}

/** A session that was asked about: its state makes the key, so that the same answer twice is taken down once. */
function askedNow(session: Stripe.Checkout.Session) {
  const intent = typeof session.payment_intent === "object" ? session.payment_intent : null
  const charge = typeof intent?.latest_charge === "object" ? intent.latest_charge : null
  return {
    key: `ask:${session.id}:${session.status}:${session.payment_status}`,
    type: "asked",
    at: new Date((charge?.created ?? session.created) * 1000),
    raw: session,
  }
}
