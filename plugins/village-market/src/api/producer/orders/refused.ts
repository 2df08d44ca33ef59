import { MedusaError } from "@medusajs/framework/utils"
import type { Language } from "../../../web/language"
import { orderRefusal } from "../../../web/text/order-refusals"

/**
 * The sentence of a step that was refused and can be put right on the same page: by its code in the reader's language,
 * or as the shop wrote it (a lot that ran out says how much is left). Anything else is no refusal: undefined.
 */
export function refusedStep(error: unknown, lang: Language): string | undefined {
  if (!MedusaError.isMedusaError(error)) return undefined
  const known = orderRefusal(lang, error.code)
  if (known) return known
  const own = [MedusaError.Types.CONFLICT, MedusaError.Types.INVALID_DATA].some((type) => type === error.type)
  return own ? error.message : undefined
}
