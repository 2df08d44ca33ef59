import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"

/** A customer's login is read where there is one; the order's key does without. */
export const storeOrderMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/producer-orders*",
    middlewares: [authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true })],
  },
]
