import { z } from "@medusajs/framework/zod"

const hex32 = z.string().regex(/^[0-9a-f]{64}$/, "32 bytes in lower-case hexadecimal")

/** One account at Stripe. Keys are made in Stripe's dashboard; the webhook's secret belongs to `POST /hooks/stripe`. */
export const StripeSettings = z.object({
  /** Secret or restricted key: Checkout sessions and refunds. */
  secretKey: z.string().regex(/^(sk|rk)_\w{8,}$/, "STRIPE_SECRET_KEY begins with sk_ or rk_"),
  /** Each verifies; a second one while Stripe changes from one to the other. */
  webhookSecrets: z
    .array(z.string().min(16, "STRIPE_WEBHOOK_SECRET is too short"))
    .min(1, "STRIPE_WEBHOOK_SECRET must be set")
    .max(2),
  /** Another address than Stripe's own, for a stand-in; its path is put before Stripe's. */
  apiUrl: z.string().url().optional(),
  /** How long an answer is waited for. */
  apiTimeoutMs: z.coerce.number().int().positive().default(15_000),
  /**
   * How long after sending a refund Stripe may still be about to carry it out. Only when a look-up later than this
   * finds no refund is it sent anew.
   */
  refundDoubtSeconds: z.coerce.number().int().positive().default(300),
  /** Where Stripe sends the buyer's browser back to. */
  returnUrl: z.string().url(),
  /** Signs the address a buyer comes back by, so that nobody opens an order by a payment's reference alone. */
  linkKey: hex32,
})
export type StripeSettings = z.infer<typeof StripeSettings>
