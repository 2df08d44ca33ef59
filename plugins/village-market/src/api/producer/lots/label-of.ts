import type { MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { LabelText } from "../../../modules/traceability/labels/label-layout"
import { addressProblem, lotUri } from "../../../modules/traceability/lots/lot-address"
import { lotFacts } from "../../../modules/traceability/lots/lot-facts"
import { readLotEvents, readOwnLot } from "../../../modules/traceability/lots/read-lots"
import { settingsOf } from "../../../settings"
import { pickLanguage } from "../../../web/language"
import { trace } from "../../../web/text/trace"
import type { ProducerRequest } from "../../actors"

/** What to print for a lot of the producer that is logged in; the address of the first label is kept with the lot. */
export async function labelOf(req: ProducerRequest): Promise<LabelText> {
  const settings = settingsOf(req.scope)
  const t = trace[pickLanguage(req)]
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const lot = await readOwnLot(pg, req.producer.id, String(req.params.id))
  const facts = lot && lotFacts((await readLotEvents(pg, lot.id)).map(({ record }) => record))
  if (!facts) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có lô hàng này")
  const problem = addressProblem(settings)
  if (problem) throw new MedusaError(MedusaError.Types.CONFLICT, t.addressProblems[problem])
  const uri = lotUri(settings.publicUrl, lot.code)
  if (!lot.printed_uri)
    await pg("lot").where({ id: lot.id, printed_uri: null }).update({ printed_uri: uri, updated_at: new Date() })
  return {
    uri,
    code: lot.code,
    title: facts.title,
    producer: req.producer.name ?? "",
    place: [facts.village, facts.commune].filter(Boolean).join(", "),
    demo: settings.demo || req.producer.is_demo ? t.demoMark : null,
  }
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
