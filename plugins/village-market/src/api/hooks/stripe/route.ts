import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readEvent } from "../../../modules/gateway/stripe/event"
import { takeStripeEvent } from "../../../payments/take-stripe-event"
import { settingsOf } from "../../../settings"

/**
 * Stripe's events. What is answered 200 is committed; an order follows from the stored row, after the answer. 500 says
 * that nothing is certain to be stored and that Stripe shall call again.
 */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const { stripe } = settingsOf(req.scope)
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  if (!stripe) {
    res.status(404).json({ message: "Stripe is not set up" })
    return
  }
  const signature = req.headers["stripe-signature"]
  const raw = Buffer.isBuffer(req.rawBody) ? req.rawBody : undefined
  const event = raw && typeof signature === "string" ? readEvent(raw, signature, stripe) : undefined
  if (!event) {
    logger.warn(`Stripe event from ${req.ip} without a valid signature`)
    res.status(400).json({ message: "No valid signature" })
    return
  }
  try {
    const worth = await takeStripeEvent(req.scope, event)
    logger.info(`Stripe event ${event.id} ${event.type}: ${worth}`)
    res.json({ received: true })
  } catch (error) {
    logger.error(`Stripe event ${event.id} ${event.type} was not stored: ${error}`)
    res.status(500).json({ message: "Not stored" })
  }
}
