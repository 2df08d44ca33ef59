import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { TRADE } from "../../../modules/trade"

/** Money to be returned to buyers, oldest first. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  res.json({ refunds_due: await req.scope.resolve(TRADE).refundsDue() })
}
