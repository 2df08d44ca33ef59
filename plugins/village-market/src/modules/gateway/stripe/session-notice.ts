import type Stripe from "stripe"
import type { PaymentNotice } from "../payment-notice"
import { vnpayTime } from "../vnpay/clock"
import { withoutCard } from "./event"

/** How it became known: the event's id and type, or that we asked. */
export type Source = { key: string; type: string; at: Date; raw: unknown }

/**
 * What a Checkout session says about its attempt. Paid is `payment_status` alone; a session that is complete and unpaid
 * waits for a slow means of payment. Another currency than VND has no amount in đồng, so it can never fit.
 */
export function sessionNotice(session: Stripe.Checkout.Session, source: Source): PaymentNotice {
  const { status, payment_status, currency, amount_total } = session
  return {
    txnRef: session.client_reference_id ?? "",
    amount: currency === "vnd" && amount_total !== null ? amount_total : undefined,
    responseCode: source.type,
    transactionStatus: payment_status === "paid" ? payment_status : (status ?? ""),
    transactionNo: idOf(session.payment_intent),
    bankCode: session.payment_method_types[0] ?? "",
    payDate: payment_status === "paid" ? vnpayTime(source.at) : "",
    outcome: outcomeOf(session, source.type),
    key: source.key,
    raw: withoutCard(source.raw),
  }
}

/** Kept with the attempt as far as it goes; a refund needs the payment intent. */
const idOf = (one: string | { id: string } | null) => (typeof one === "string" ? one : (one?.id ?? ""))

function outcomeOf({ status, payment_status }: Stripe.Checkout.Session, type: string): PaymentNotice["outcome"] {
  if (payment_status === "paid") return "captured"
  if (status === "expired" || type === "checkout.session.async_payment_failed") return "failed"
  return payment_status === "unpaid" ? "pending" : "review"
}
