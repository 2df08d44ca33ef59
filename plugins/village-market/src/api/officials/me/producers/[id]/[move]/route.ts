import type { MedusaResponse } from "@medusajs/framework/http"
import { byOfficial, type OfficialRequest } from "../../../../../actors"
import { answerDecision } from "../../../../../decision"

/** approve, refuse, suspend, reinstate; body `{ reason? }`. 409 when the state does not allow it or another was quicker. */
export const POST = async (req: OfficialRequest, res: MedusaResponse) => {
  await answerDecision(req, res, req.official, byOfficial(req))
}
