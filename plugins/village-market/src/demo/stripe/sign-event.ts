import Stripe from "stripe"

/** The `Stripe-Signature` of an event as Stripe would send it, made by the package; `timestamp` in seconds, now unless given. */
export const signEvent = (payload: string, secret: string, timestamp?: number): string =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret, ...(timestamp ? { timestamp } : {}) })
