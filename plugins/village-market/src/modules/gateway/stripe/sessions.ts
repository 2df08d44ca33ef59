import Stripe from "stripe"
import { stripeClient } from "./client"
import { type StoredAttempt, sessionKey, sessionRequest } from "./session-request"
import type { StripeSettings } from "./settings"

type Session = Stripe.Checkout.Session

/** What went wrong with a call, in a word: never Stripe's sentence, which may repeat what was sent. */
export const stripeFault = (error: unknown): string =>
  error instanceof Stripe.errors.StripeError ? (error.code ?? error.type) : String(error)

/**
 * Opens the Checkout session of a stored attempt. Called again, for an answer that was lost, it is the same call under
 * the same key, and gives the same session as it was born. Throws what Stripe refuses.
 */
export const openSession = (settings: StripeSettings, attempt: StoredAttempt): Promise<Session> =>
  stripeClient(settings).checkout.sessions.create(sessionRequest(attempt, settings), {
    idempotencyKey: sessionKey(attempt.txn_ref),
  })

/** A session as it now is, with the charge that paid it. */
export const readSession = (settings: StripeSettings, id: string): Promise<Session> =>
  stripeClient(settings).checkout.sessions.retrieve(id, { expand: ["payment_intent.latest_charge"] })

/** Nobody shall pay it any more. Throws when somebody has, or its time was over already. */
export const closeSession = (settings: StripeSettings, id: string): Promise<Session> =>
  stripeClient(settings).checkout.sessions.expire(id, {}, { idempotencyKey: `expire-${id}` })
