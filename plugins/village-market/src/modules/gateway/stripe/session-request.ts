import type Stripe from "stripe"
import { returnQuery } from "./return-link"
import type { StripeSettings } from "./settings"

/** Stripe keeps a Checkout session open for 30 minutes at least; one more so that a repeated call still fits. */
export const WINDOW_MINUTES = 31

/** What is stored of an attempt before Stripe hears of it. */
export type StoredAttempt = {
  txn_ref: string
  /** Whole đồng; VND has no smaller unit at Stripe. */
  amount: number
  expires_at: Date
}

/** The key under which an attempt's session is asked for, however often. */
export const sessionKey = (txnRef: string) => `session-${txnRef}`

/**
 * The Checkout session of a stored attempt. Made of the row and the configuration alone: a call repeated under the same
 * key has to say the same, or Stripe refuses it.
 */
export function sessionRequest(
  { txn_ref, amount, expires_at }: StoredAttempt,
  settings: Pick<StripeSettings, "returnUrl" | "linkKey">,
): Stripe.Checkout.SessionCreateParams {
  const back = `${settings.returnUrl}?${returnQuery(settings, txn_ref)}`
  const metadata = { txn_ref }
  return {
    mode: "payment",
    allowed_payment_method_types: ["card"],
    line_items: [
      {
        quantity: 1,
        price_data: { currency: "vnd", unit_amount: amount, product_data: { name: `Đơn hàng ${txn_ref}` } },
      },
    ],
    client_reference_id: txn_ref,
    metadata,
    payment_intent_data: { metadata, description: txn_ref },
    // The buyer pays the đồng of the basket; converting is between the buyer and the card's bank.
    adaptive_pricing: { enabled: false },
    locale: "auto",
    expires_at: Math.floor(expires_at.getTime() / 1000),
    success_url: back,
    cancel_url: `${back}&cancelled=1`,
  }
}
