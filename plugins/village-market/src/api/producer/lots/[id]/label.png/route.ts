import type { MedusaResponse } from "@medusajs/framework/http"
import { labelPng } from "../../../../../modules/traceability/labels/label"
import type { ProducerRequest } from "../../../../actors"
import { labelOf, sendLabel } from "../../label-of"

export const GET = async (req: ProducerRequest, res: MedusaResponse) => {
  const label = await labelOf(req)
  sendLabel(req, res, label, "png", await labelPng(label))
}
