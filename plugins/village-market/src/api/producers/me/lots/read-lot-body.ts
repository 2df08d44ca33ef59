import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { z } from "@medusajs/framework/zod"
import { readForm } from "../../../../web/form"
import { pickLanguage } from "../../../../web/language"
import { saying } from "../../../producer/lots/read-lot-form"

/** A JSON body by the schema of the form, with the form's sentences: field by field, status 400. */
export function readLotBody<S extends z.ZodType>(req: MedusaRequest, schema: S): z.infer<S> {
  const form = readForm(schema, req.body ?? {}, saying(pickLanguage(req)))
  if (form.ok) return form.value
  const lines = Object.entries(form.errors).map(([field, sentence]) => `${field}: ${sentence}`)
  throw new MedusaError(MedusaError.Types.INVALID_DATA, lines.join(" "))
}
