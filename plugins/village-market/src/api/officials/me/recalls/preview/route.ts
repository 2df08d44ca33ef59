import type { MedusaResponse } from "@medusajs/framework/http"
import { scopeOfOfficial } from "../../../../../recalls/lot-in-scope"
import { previewRecall } from "../../../../../recalls/read-recall"
import type { OfficialRequest } from "../../../../actors"

/** What a recall of `?lot=` (its code) would touch. */
export const GET = async (req: OfficialRequest, res: MedusaResponse) => {
  const scope = await scopeOfOfficial(req.scope, req.official)
  res.json(await previewRecall(req.scope, scope, String(req.query.lot ?? "")))
}
