import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { auditTraceLogWorkflow } from "../../../../workflows/audit-trace-log"

/** Reads the whole log anew and tells, line by line, what is not as it was written. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { result } = await auditTraceLogWorkflow(req.scope).run()
  res.json(result)
}
