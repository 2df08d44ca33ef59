import type { MiddlewareRoute } from "@medusajs/framework/http"

/** A month of settlements, or a year's statement of a busy account, in base64; Medusa takes 100 kB otherwise. */
export const adminPaymentMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/settlement-files", methods: ["POST"], bodyParser: { sizeLimit: "12mb" } },
  { matcher: "/admin/settlement-files/preview", methods: ["POST"], bodyParser: { sizeLimit: "12mb" } },
  { matcher: "/admin/bank-transfers/statement", methods: ["POST"], bodyParser: { sizeLimit: "8mb" } },
]
