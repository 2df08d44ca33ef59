import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerDecision } from "../../../../decision"
import { byOperator } from "../../../operator"

/** approve, refuse, suspend, reinstate; body `{ reason? }`. 409 when the state does not allow it or another was quicker. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  await answerDecision(req, res, "everywhere", await byOperator(req))
}
