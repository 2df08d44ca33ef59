import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { TRADE } from "../../../modules/trade"

/** Orders that stand, but whose parts could not be made or followed; a job tries again every minute. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  res.json({ order_repairs: await req.scope.resolve(TRADE).openRepairs() })
}
