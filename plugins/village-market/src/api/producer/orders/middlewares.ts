import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requireProducer } from "../../actors"

/** By prefix: an address added below is behind the login by itself. */
export const orderMiddlewares: MiddlewareRoute[] = [
  { matcher: "/producer/orders*", middlewares: requireProducer("page") },
  { matcher: "/producer/stall*", middlewares: requireProducer("page") },
  { matcher: "/producers/me/stall-sales*", middlewares: requireProducer("json") },
  { matcher: "/producers/me/orders*", middlewares: requireProducer("json") },
]
