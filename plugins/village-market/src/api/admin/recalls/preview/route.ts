import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { previewRecall } from "../../../../recalls/read-recall"

/** What a recall of `?lot=` (its code) would touch. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  res.json(await previewRecall(req.scope, "everywhere", String(req.query.lot ?? "")))
}
