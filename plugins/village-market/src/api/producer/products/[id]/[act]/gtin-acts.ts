import type { MedusaResponse } from "@medusajs/framework/http"
import { readUpload } from "../../../../../evidence/read-upload"
import { storeEvidence } from "../../../../../evidence/store-evidence"
import { readCompanyPrefix } from "../../../../../modules/traceability/digital-link/gtin"
import type { FieldErrors } from "../../../../../web/fields"
import type { PageContext } from "../../../../../web/page"
import { gtinRefusal } from "../../../../../web/text/gtin"
import { listing as text } from "../../../../../web/text/listing"
import { portal } from "../../../../../web/text/portal"
import { declareGtinWorkflow } from "../../../../../workflows/declare-gtin"
import type { ProducerRequest } from "../../../../actors"
import { photoStatus } from "../../../../producers/me/listings/photo-status"
import { actorOf } from "../../../../producers/me/listings/request"
import { asFields, refusalOf } from "../../product-request"

/** What is wrong, field by field, with the status of the answer; undefined when it is done. */
type Wrong = { errors: FieldErrors; status?: number } | undefined

/** Saves the product's GTIN, or takes it off. */
export async function saveGtin(req: ProducerRequest, { lang }: PageContext, listing_id: string): Promise<Wrong> {
  const { gtin } = asFields(req.body)
  const { errors } = await declareGtinWorkflow(req.scope).run({
    input: {
      producer_id: req.producer.id,
      listing_id,
      gtin: typeof gtin === "string" ? gtin : "",
      actor: actorOf(req),
    },
    throwOnError: false,
  })
  const refusal = refusalOf(errors)
  return refusal === undefined ? undefined : { errors: { gtin: gtinRefusal(lang, refusal) } }
}

/** Takes in a company prefix with its certificate, which an official or the operator will look at. */
export async function claimPrefix(req: ProducerRequest, res: MedusaResponse, page: PageContext): Promise<Wrong> {
  const t = portal[page.lang]
  const upload = await readUpload(req, res, "paper")
  if (!upload.ok) return { errors: { paper: text[page.lang][upload.why] }, status: photoStatus(upload.why) }
  const typed = upload.fields.prefix
  const read = readCompanyPrefix(typeof typed === "string" ? typed : "", page.settings)
  if (!read.ok) return { errors: { prefix: gtinRefusal(page.lang, read.why) } }
  if (!upload.bytes) return { errors: { paper: t.file_missing } }
  const stored = await storeEvidence(req.scope, upload.bytes, {
    ...{ kind: "gs1_prefix", gs1_prefix: read.prefix, note: `GS1 ${read.prefix}` },
    ...{ producer_id: req.producer.id, actor: actorOf(req) },
  })
  return stored.ok ? undefined : { errors: { paper: t[stored.why] } }
}
