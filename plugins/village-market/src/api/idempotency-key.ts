import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { pickLanguage } from "../web/language"
import { trace } from "../web/text/trace"

/** The header by which a sender may repeat a request without doubling it (draft-ietf-httpapi-idempotency-key-header). */
export function idempotencyKey(req: MedusaRequest): string | undefined {
  const key = req.headers["idempotency-key"]
  if (key === undefined) return undefined
  if (typeof key === "string" && key.length > 0 && key.length <= 200) return key
  throw new MedusaError(MedusaError.Types.INVALID_DATA, trace[pickLanguage(req)].keyWrong)
}
