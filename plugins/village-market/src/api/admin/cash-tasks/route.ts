import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { TRADE } from "../../../modules/trade"

/** Cash that a person has to look at: amounts that differ from what was due, and cash without proof. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  res.json({ cash_tasks: await req.scope.resolve(TRADE).cashTasks() })
}
