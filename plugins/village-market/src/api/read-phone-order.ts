import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { readForm } from "../web/form"
import { type Language, pickLanguage } from "../web/language"
import { phoneOrders } from "../web/text/phone-orders"
import { PhoneOrderForm } from "../workflows/key-in-order"

/** The sentence of a complaint; the schema names its sentences by their keys. */
export const sayPhoneOrder = (lang: Language) => (key: string) => {
  const sentences: Record<string, unknown> = phoneOrders[lang]
  const sentence = sentences[key]
  return typeof sentence === "string" ? sentence : key
}

/** A JSON body by the schema of the form, with the form's sentences: field by field, status 400. */
export function readPhoneOrder(req: MedusaRequest): PhoneOrderForm {
  const form = readForm(PhoneOrderForm, req.body ?? {}, sayPhoneOrder(pickLanguage(req)))
  if (form.ok) return form.value
  const lines = Object.entries(form.errors).map(([field, sentence]) => `${field}: ${sentence}`)
  throw new MedusaError(MedusaError.Types.INVALID_DATA, lines.join(" "))
}
