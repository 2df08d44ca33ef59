import type { MiddlewareRoute } from "@medusajs/framework/http"
import { epcisFront } from "./front"

const METHODS = [
  "GET" as const,
  "HEAD" as const,
  "POST" as const,
  "PUT" as const,
  "PATCH" as const,
  "DELETE" as const,
  "OPTIONS" as const,
]

/** Bodies are read by ourselves, up to the limit that we announce. */
export const epcisMiddlewares: MiddlewareRoute[] = [
  { matcher: "/epcis/v2/capture", methods: ["POST"], bodyParser: false },
  { matcher: "/epcis/v2/events", methods: ["POST"], bodyParser: false },
  // No parameter in the pattern: Express would decode it and fail on an address that is not well-formed.
  { matcher: /^\/epcis\//, methods: METHODS, middlewares: epcisFront },
]
