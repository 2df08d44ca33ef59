import type { MiddlewareRoute } from "@medusajs/framework/http"

/** A year's statement of a busy account, in base64. */
export const statementMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/bank-transfers/statement", methods: ["POST"], bodyParser: { sizeLimit: "8mb" } },
]

/** SePay signs the body as it goes over the wire, so it must be kept as it came. */
export const sepayMiddlewares: MiddlewareRoute[] = [
  { matcher: "/hooks/sepay", methods: ["POST"], bodyParser: { preserveRawBody: true, sizeLimit: "64kb" } },
]
