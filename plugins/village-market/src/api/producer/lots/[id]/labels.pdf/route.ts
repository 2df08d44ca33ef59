import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { serialsOf } from "../../../../../modules/traceability/labels/make-serials"
import { labelSheets } from "../../../../../modules/traceability/labels/sheet-layout"
import { drawPdf } from "../../../../../papers/draw-pdf"
import { page } from "../../../../../web/page"
import { labels } from "../../../../../web/text/labels"
import type { ProducerRequest } from "../../../../actors"
import { lotToPrint } from "../../label-of"
import { readLabels, usualLabels } from "../../read-label-form"
import { textsOf } from "../../read-lot-form"
import { labelsOf } from "../../sheet-of"

/** The labels as PDF: `?sheet=…&copies=…&start=…`, or those of a batch of numbers. */
export const GET = page<ProducerRequest>(async (req, { lang }) => {
  const print = await lotToPrint(req)
  const values = textsOf(req.query)
  const form = readLabels(lang, { ...usualLabels(print.lot), ...values })
  if (!form.ok) throw new MedusaError(MedusaError.Types.INVALID_DATA, Object.values(form.errors).join(" "))
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const serials = values.batch ? await serialsOf(pg, print.lot.id, values.batch) : []
  if (values.batch && serials.length === 0) throw new MedusaError(MedusaError.Types.NOT_FOUND, "No such batch")
  const { sheet, start } = form.value
  const all = labelsOf(req, print, form.value, serials)
  const about = { title: `${labels[lang].title} ${print.code}`, lang }
  const content = await drawPdf(about, (measure) => labelSheets(all, sheet, start - 1, measure))
  const name = `tem-${print.code}.pdf`
  return { file: { name, type: "application/pdf", content, saved: values.download === "1" } }
})
