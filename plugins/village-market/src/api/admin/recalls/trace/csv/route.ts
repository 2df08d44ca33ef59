import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readTraceFile, TraceFileAsked } from "../../../../../recalls/read-trace-file"
import { readBody } from "../../../../read-body"
import { byOperator } from "../../../operator"

/** The trace as CSV: `{lot | order, personal?, reason?}`; with buyers only for a reason, and always in the audit trail. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const asked = readBody(TraceFileAsked, req.body)
  const { name, content } = await readTraceFile(req.scope, "everywhere", asked, await byOperator(req))
  res
    .type("text/csv; charset=utf-8")
    .setHeader("content-disposition", `attachment; filename="${name}"`)
    .setHeader("cache-control", "private, no-store")
  res.send(content)
}
