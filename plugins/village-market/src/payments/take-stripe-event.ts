import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type Stripe from "stripe"
import { GATEWAY } from "../modules/gateway"
import { withoutCard } from "../modules/gateway/stripe/event"
import { refundAnswer } from "../modules/gateway/stripe/refund-answer"
import { sessionNotice } from "../modules/gateway/stripe/session-notice"
import { settingsOf } from "../settings"
import { wakeRefunds } from "./carry-out-refunds"
import { wakeSettling } from "./settle-payments"
import { openTask } from "./tasks"

/**
 * Stores a signed event and does what follows from it. Every step bears repeating, for Stripe calls again until it is
 * answered, and in any order; what is decided stays decided. Returns what it was worth, for the log.
 */
export async function takeStripeEvent(container: MedusaContainer, event: Stripe.Event): Promise<string> {
  switch (event.type) {
    case "checkout.session.completed":
    case "checkout.session.async_payment_succeeded":
    case "checkout.session.async_payment_failed":
    case "checkout.session.expired":
      return takeSession(container, event, event.data.object)
    case "refund.created":
    case "refund.updated":
    case "refund.failed":
    case "charge.refund.updated":
      return takeRefund(container, event, event.data.object)
    case "charge.refunded":
      return note(container, event, idOf(event.data.object.payment_intent) || event.data.object.id, "charge_refunded")
    case "charge.dispute.created":
      return takeDispute(container, event, event.data.object)
    default:
      return "not_for_us"
  }
}

const NOT_OURS = "not_ours"
/** As `newTxnRef` makes them: an account may serve other shops too. */
const OUR_REF = /^LN\d{8}[0-9A-F]{16}$/
const idOf = (one: string | { id: string } | null) => (typeof one === "string" ? one : (one?.id ?? ""))

async function takeSession(container: MedusaContainer, event: Stripe.Event, session: Stripe.Checkout.Session) {
  const gateway = container.resolve(GATEWAY)
  const source = { key: event.id, type: event.type, at: new Date(event.created * 1000), raw: event }
  const notice = sessionNotice(session, source)
  if (!OUR_REF.test(notice.txnRef)) return NOT_OURS
  const known = await gateway.attempt(notice.txnRef)
  if (known && !known.external_id) await gateway.nameAttempt(known.id, session.id)
  const another = known && known.external_id !== null && known.external_id !== session.id
  // A session that is not the attempt's proves nothing about it, whatever reference it names.
  const verdict = await gateway.record("stripe", another ? { ...notice, amount: undefined } : notice)
  if (notice.outcome === "captured") {
    if (verdict === "00") wakeSettling(container)
    // Money that fits no attempt as it stands is never captured, and is among the operator's tasks at once.
    else await gateway.reconciliation.openStrayNotices()
  }
  return verdict
}

async function takeRefund(container: MedusaContainer, event: Stripe.Event, refund: Stripe.Refund) {
  const gateway = container.resolve(GATEWAY)
  const intent = idOf(refund.payment_intent)
  const ours = await gateway.refunds.byRequestId(refund.metadata?.request_id ?? "")
  if (!ours) {
    const noted = await note(container, event, intent || refund.id, "refund_elsewhere")
    const { amount, currency, status } = refund
    const evidence = { amount, currency, status, refund: refund.id, payment_intent: intent }
    await openTask(container, {
      kind: "refund_elsewhere",
      subject: noted,
      key: `refund_elsewhere:${refund.id}`,
      evidence,
    })
    return "refund_elsewhere"
  }
  const answer = refundAnswer(refund, { amount: ours.amount, paymentIntent: intent })
  const { stripe } = settingsOf(container)
  const said = { answer, key: event.id, raw: withoutCard(event), responseCode: "00", status: refund.status ?? "" }
  const cameBack = event.type === "refund.created" ? undefined : refund.id
  const now = await gateway.refunds.record(ours, { ...said, cameBack }, stripe?.refundDoubtSeconds ?? 0)
  if (answer.kind === "refused" && now.state === "confirmed") {
    // The bank has sent back what had counted as returned; it is owed again.
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`Refund ${refund.id} came back: the buyer is owed again`)
    return "refund_undone"
  }
  if (answer.kind === "confirmed" && now.state === "refused") {
    // It had counted as refused, so the money may have been sent anew, or returned by hand: the buyer may have it twice.
    const evidence = { amount: ours.amount, refund: refund.id, debt: ours.refund_due_id, refused: now.reason }
    await openTask(container, {
      ...{ kind: "refund_elsewhere", subject: refund.id, key: `refund_after_refusal:${refund.id}`, evidence },
    })
    return "refund_after_refusal"
  }
  if (now.state === "confirmed") wakeRefunds(container)
  return `refund_${now.state}`
}

async function takeDispute(container: MedusaContainer, event: Stripe.Event, dispute: Stripe.Dispute) {
  const { id, amount, currency, reason } = dispute
  const payment_intent = idOf(dispute.payment_intent)
  const noted = await note(container, event, payment_intent || id, "dispute")
  await openTask(container, {
    ...{ kind: "stripe_dispute", subject: noted, key: `stripe_dispute:${id}` },
    evidence: { dispute: id, amount, currency, reason, payment_intent },
  })
  return "dispute"
}

/**
 * Stores an event that decides no attempt. Our reference of the payment it is about; Stripe's own of one we do not know,
 * or not yet: events come in any order.
 */
async function note(container: MedusaContainer, event: Stripe.Event, intent: string, outcome: string) {
  const gateway = container.resolve(GATEWAY)
  const paid = await gateway.attemptByTransactionNo("stripe", intent)
  const about = paid ?? { provider: "stripe" as const, txn_ref: intent, id: null }
  await gateway.note(about, { key: event.id, outcome, raw: withoutCard(event) })
  return about.txn_ref
}
