import Stripe from "stripe"
import type { GatewayWord } from "../modules/gateway/gateway-word"
import type { PaymentAttempt } from "../modules/gateway/rows"
import { stripeFault } from "../modules/gateway/stripe/sessions"

/**
 * What it means that Stripe shows no session of an attempt. `nothing`, which ends as never paid, only when Stripe knows
 * of no such session, or will not open one whose answer never came because its time is over. Anything else, a request
 * of ours it would not read included, says nothing about the money.
 */
export function stripeSilence(
  error: unknown,
  { external_id, expires_at }: Pick<PaymentAttempt, "external_id" | "expires_at">,
  now = new Date(),
): GatewayWord {
  if (error instanceof Stripe.errors.StripeInvalidRequestError) {
    const over = external_id === null && expires_at !== null && expires_at <= now
    const unknown = external_id !== null && error.code === "resource_missing"
    if (unknown || (over && error.param === "expires_at")) return { kind: "nothing" }
  }
  return { kind: "silent", why: stripeFault(error) }
}
