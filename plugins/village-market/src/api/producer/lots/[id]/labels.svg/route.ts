import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { labelsOn } from "../../../../../modules/traceability/labels/sheet-formats"
import { labelSheets } from "../../../../../modules/traceability/labels/sheet-layout"
import { outlineWidth, sheetSvg } from "../../../../../modules/traceability/labels/sheet-svg"
import { pickLanguage } from "../../../../../web/language"
import type { ProducerRequest } from "../../../../actors"
import { lotToPrint } from "../../label-of"
import { readLabels, usualLabels } from "../../read-label-form"
import { textsOf } from "../../read-lot-form"
import { labelsOf } from "../../sheet-of"

/** The first sheet as a picture, with the edges of its labels. */
export const GET = async (req: ProducerRequest, res: MedusaResponse) => {
  const print = await lotToPrint(req)
  const form = readLabels(pickLanguage(req), { ...usualLabels(print.lot), ...textsOf(req.query) })
  if (!form.ok) throw new MedusaError(MedusaError.Types.INVALID_DATA, Object.values(form.errors).join(" "))
  const { sheet, copies, start } = form.value
  const all = labelsOf(req, print, { copies: Math.min(copies, labelsOn(sheet)) }, [])
  const [first] = labelSheets(all, sheet, start - 1, outlineWidth)
  if (!first) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "No sheet")
  res.setHeader("cache-control", "private, no-cache")
  res.type("image/svg+xml").send(sheetSvg(first, sheet, { title: print.code, edges: true }))
}
