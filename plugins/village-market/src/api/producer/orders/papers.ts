import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { drawPdf } from "../../../papers/draw-pdf"
import { labelSheets, type ParcelLabel } from "../../../papers/parcel-label-layout"
import { readLabels, readSlip } from "../../../papers/read-papers"
import { slipSheets } from "../../../papers/slip-layout"
import { pickLanguage } from "../../../web/language"
import type { PageFile } from "../../../web/page"
import { papers } from "../../../web/text/papers"
import type { ProducerRequest } from "../../actors"
import { readBody } from "../../read-body"

const SlipQuery = z.object({ size: z.enum(["a6", "a4"]).default("a6") })
/** The tick "print my phone" of a form, or a flag of JSON users. */
const LabelQuery = z.object({ phone: z.enum(["yes", "no"]).default("no") })

const MOST_LABELS = 100

/** The packing slip of an own part, `?size=a6|a4`. */
export async function slipOf(req: ProducerRequest): Promise<PageFile> {
  const lang = pickLanguage(req)
  const { size } = readBody(SlipQuery, req.query)
  const slip = await readSlip(req.scope, req.producer, String(req.params.id), lang)
  const about = { title: `${papers[lang].slip} ${slip.no}`, lang }
  return pdf(req, `phieu-${slip.no}`, await drawPdf(about, (measure) => slipSheets(slip, size, measure)))
}

/** The parcel label of an own part on A6. */
export async function labelOf(req: ProducerRequest): Promise<PageFile> {
  const labels = await labelsOf(req, [String(req.params.id)])
  return pdf(req, `nhan-${labels[0]?.no}`, await drawLabels(req, labels, "a6"))
}

/** Labels of several own parts, four to an A4 page: `?ids=…,…`, or `ids` several times as a form sends it. */
export async function labelsOfMany(req: ProducerRequest): Promise<PageFile> {
  const t = papers[pickLanguage(req)]
  const asked = [req.query.ids].flat().flatMap((ids) => String(ids ?? "").split(","))
  const [first, ...others] = new Set(asked.filter(Boolean))
  if (!first) throw new MedusaError(MedusaError.Types.INVALID_DATA, t.noneChosen)
  if (others.length >= MOST_LABELS) throw new MedusaError(MedusaError.Types.INVALID_DATA, t.tooMany(MOST_LABELS))
  return pdf(req, "nhan", await drawLabels(req, await labelsOf(req, [first, ...others]), "a4"))
}

const labelsOf = (req: ProducerRequest, ids: [string, ...string[]]) =>
  readLabels(req.scope, req.producer, ids, {
    lang: pickLanguage(req),
    withPhone: readBody(LabelQuery, req.query).phone === "yes",
  })

function drawLabels(req: ProducerRequest, labels: ParcelLabel[], size: "a6" | "a4") {
  const lang = pickLanguage(req)
  const title = [papers[lang].label, ...labels.map(({ no }) => no)].join(" ")
  return drawPdf({ title, lang }, (measure) => labelSheets(labels, size, measure))
}

const pdf = (req: ProducerRequest, name: string, content: Buffer): PageFile => ({
  ...{ name: `${name}.pdf`, type: "application/pdf", content },
  saved: Boolean(req.query.download),
})
