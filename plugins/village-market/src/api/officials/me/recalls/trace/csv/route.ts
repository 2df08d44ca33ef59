import type { MedusaResponse } from "@medusajs/framework/http"
import { scopeOfOfficial } from "../../../../../../recalls/lot-in-scope"
import { readTraceFile, TraceFileAsked } from "../../../../../../recalls/read-trace-file"
import { byOfficial, type OfficialRequest } from "../../../../../actors"
import { readBody } from "../../../../../read-body"

/** The trace as CSV: `{lot | order, personal?, reason?}`; with buyers only for a reason, and always in the audit trail. */
export const POST = async (req: OfficialRequest, res: MedusaResponse) => {
  const scope = await scopeOfOfficial(req.scope, req.official)
  const { name, content } = await readTraceFile(req.scope, scope, readBody(TraceFileAsked, req.body), byOfficial(req))
  res
    .type("text/csv; charset=utf-8")
    .setHeader("content-disposition", `attachment; filename="${name}"`)
    .setHeader("cache-control", "private, no-store")
  res.send(content)
}
