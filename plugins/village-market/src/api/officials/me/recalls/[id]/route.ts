import type { MedusaResponse } from "@medusajs/framework/http"
import { scopeOfOfficial } from "../../../../../recalls/lot-in-scope"
import { readRecall } from "../../../../../recalls/read-recall"
import { byOfficialRecall, type OfficialRequest } from "../../../../actors"

/** How far a recall has come; of buyers no more than that they were told. */
export const GET = async (req: OfficialRequest, res: MedusaResponse) => {
  const scope = await scopeOfOfficial(req.scope, req.official)
  res.json({ recall: await readRecall(req.scope, scope, String(req.params.id), byOfficialRecall(req)) })
}
