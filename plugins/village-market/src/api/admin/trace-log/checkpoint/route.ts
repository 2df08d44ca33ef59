import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { keepTraceLogWorkflow } from "../../../../workflows/keep-trace-log"

/** Signs, exports and has a checkpoint witnessed now, not at the next turn; null while nothing signs. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { result } = await keepTraceLogWorkflow(req.scope).run()
  res.json(result)
}
