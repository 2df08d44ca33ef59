import type { MiddlewareRoute } from "@medusajs/framework/http"
import { epcisFront } from "./front"

/** Bodies are read by ourselves, up to the limit that we announce. */
export const epcisMiddlewares: MiddlewareRoute[] = [
  { matcher: "/epcis/v2/capture", methods: ["POST"], bodyParser: false },
  { matcher: "/epcis/v2/events", methods: ["POST"], bodyParser: false },
  // No parameter in the pattern: Express would decode it and fail on an address that is not well-formed.
  { matcher: /^\/epcis(\/|$)/, middlewares: epcisFront },
]
