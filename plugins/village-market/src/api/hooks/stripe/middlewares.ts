import type { MiddlewareRoute } from "@medusajs/framework/http"

/** Stripe signs the bytes it sends, so they are kept; its events are a few kilobytes. */
export const stripeMiddlewares: MiddlewareRoute[] = [
  { matcher: "/hooks/stripe", methods: ["POST"], bodyParser: { preserveRawBody: true, sizeLimit: "256kb" } },
]
