import type { MiddlewareRoute } from "@medusajs/framework/http"

/** SePay signs the body as it goes over the wire, so it must be kept as it came. */
export const sepayMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/hooks/bank-transfer/sepay",
    methods: ["POST"],
    bodyParser: { preserveRawBody: true, sizeLimit: "64kb" },
  },
]
