import type { MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { gtinOf, printedUri } from "../../../modules/traceability/digital-link/lot-uri"
import type { LabelText } from "../../../modules/traceability/labels/label-layout"
import { addressProblem } from "../../../modules/traceability/lots/lot-address"
import { lotFacts } from "../../../modules/traceability/lots/lot-facts"
import { readLotEvents, readOwnLot, standingEvents } from "../../../modules/traceability/lots/read-lots"
import { settingsOf } from "../../../settings"
import { pickLanguage } from "../../../web/language"
import { labels } from "../../../web/text/labels"
import { trace } from "../../../web/text/trace"
import type { ProducerRequest } from "../../actors"

/** What to print for a lot of the producer that is logged in; the address of the first label is kept with the lot. */
export async function labelOf(req: ProducerRequest): Promise<LabelText> {
  const { facts, uri, code, producer, demo } = await lotToPrint(req)
  return {
    uri,
    code,
    title: facts.title,
    producer,
    place: [facts.village, facts.commune].filter(Boolean).join(", "),
    demo,
  }
}

/**
 * An own lot with all that labels say of it. Refused while the shop's address cannot be printed, and for a lot that is
 * no longer on sale; with the first label its address is kept for good.
 */
export async function lotToPrint(req: ProducerRequest) {
  const settings = settingsOf(req.scope)
  const lang = pickLanguage(req)
  const t = trace[lang]
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const lot = await readOwnLot(pg, req.producer.id, String(req.params.id))
  const facts = lot && lotFacts(standingEvents(await readLotEvents(pg, lot.id)).map(({ record }) => record))
  if (!facts) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có lô hàng này")
  const problem = addressProblem(settings)
  if (problem) throw new MedusaError(MedusaError.Types.CONFLICT, t.addressProblems[problem])
  if (lot.status !== "active") throw new MedusaError(MedusaError.Types.CONFLICT, labels[lang].notForSale)
  const gtin = await gtinOf(pg, lot.listing_id)
  const uri = printedUri(settings.publicUrl, { code: lot.code, gtin })
  if (!lot.printed_uri)
    await pg("lot").where({ id: lot.id, printed_uri: null }).update({ printed_uri: uri, updated_at: new Date() })
  const demo = settings.demo || req.producer.is_demo ? t.demoMark : null
  return { lot, facts, uri, gtin, code: lot.code, producer: req.producer.name ?? "", demo }
}

/** Shown on the page, or saved under the lot's code when asked for. */
export function sendLabel(
  req: ProducerRequest,
  res: MedusaResponse,
  label: LabelText,
  type: "svg" | "png",
  content: string | Buffer,
) {
  if (req.query.download) res.attachment(`tem-${label.code}.${type}`)
  res.setHeader("cache-control", "private, no-cache")
  res.type(type === "svg" ? "image/svg+xml" : "image/png").send(content)
}
