import Stripe from "stripe"
import type { StripeSettings } from "./settings"

/** Older than this by its signed time, an event is a recorded one played again. Seconds. */
const TOLERANCE = 300

/**
 * An event as Stripe signed it over its raw body. Undefined unless one of our secrets did, and lately; nothing in an
 * unsigned one may be believed.
 */
export function readEvent(
  raw: Buffer,
  signature: string,
  { webhookSecrets }: Pick<StripeSettings, "webhookSecrets">,
): Stripe.Event | undefined {
  // As text: given bytes, the package drops a byte-order mark and mends broken UTF-8 before it looks at the signature.
  const text = raw.toString("utf8")
  if (!Buffer.from(text).equals(raw)) return undefined
  for (const secret of webhookSecrets) {
    try {
      return Stripe.webhooks.constructEvent(text, signature, secret, TOLERANCE)
    } catch {
      // Signed by the other secret, or by nobody.
    }
  }
  return undefined
}

/** What tells of the card, of its holder, or opens Stripe's page; not ours to keep. */
const NOT_KEPT = new Set([
  ...["payment_method_details", "billing_details", "customer_details", "customer_email", "receipt_email", "shipping"],
  ...["shipping_details", "collected_information", "client_secret", "receipt_url", "url", "source", "evidence"],
  ...["destination_details", "payment_method", "last_payment_error", "outcome", "fraud_details"],
])

/** What Stripe said, as it is stored: whole, but for the card and its holder. */
export const withoutCard = (said: unknown): string =>
  JSON.stringify(said, (key, value) => (NOT_KEPT.has(key) ? undefined : value))
