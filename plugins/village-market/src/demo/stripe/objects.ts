import { now, type Refund, refundedOf, type Session } from "./book"

/** The objects of the stand-in as Stripe writes them, as far as a shop may read them. */

export const sessionObject = (session: Session, pageUrl: string, expanded = false) => ({
  ...{ id: session.id, object: "checkout.session", mode: "payment", livemode: false, locale: "auto" },
  ...{ client_reference_id: session.ref, metadata: session.metadata, currency: "vnd" },
  ...{ amount_subtotal: session.amount, amount_total: session.amount, payment_method_types: ["card"] },
  ...{ created: session.created, expires_at: session.expires_at, status: session.status },
  ...{ success_url: session.success_url, cancel_url: session.cancel_url },
  payment_status: session.paid_at === null ? "unpaid" : "paid",
  payment_intent: session.paid_at === null ? null : expanded ? intentObject(session) : session.payment_intent,
  customer_details: session.paid_at === null ? null : { name: "Test Buyer", email: "buyer@example.com" },
  url: session.status === "open" ? pageUrl : null,
})

export const intentObject = (session: Session) => ({
  ...{ id: session.payment_intent, object: "payment_intent", amount: session.amount, currency: "vnd" },
  ...{ metadata: session.metadata, status: session.paid_at === null ? "requires_payment_method" : "succeeded" },
  latest_charge: session.paid_at === null ? null : chargeObject(session),
})

export const chargeObject = (session: Session) => {
  const refunded = refundedOf(session.payment_intent)
  return {
    ...{ id: session.payment_intent.replace("pi_", "ch_"), object: "charge", amount: session.amount, currency: "vnd" },
    ...{ amount_refunded: refunded, refunded: refunded >= session.amount, created: session.paid_at ?? session.created },
    ...{ payment_intent: session.payment_intent, metadata: session.metadata, paid: true, status: "succeeded" },
    payment_method_details: { type: "card", card: { brand: "visa", last4: "4242" } },
  }
}

export const refundObject = (refund: Refund) => ({
  ...{ object: "refund", currency: "vnd", charge: refund.payment_intent.replace("pi_", "ch_"), reason: null },
  ...refund,
})

export const disputeObject = (session: Session) => ({
  ...{ id: session.payment_intent.replace("pi_", "dp_"), object: "dispute", amount: session.amount, currency: "vnd" },
  ...{ payment_intent: session.payment_intent, charge: session.payment_intent.replace("pi_", "ch_") },
  ...{ reason: "fraudulent", status: "needs_response", created: now(), metadata: {} },
})
