import type { MedusaResponse } from "@medusajs/framework/http"
import { scopeOfOfficial } from "../../../../../recalls/lot-in-scope"
import { impersonal, readTrace, TraceAsked } from "../../../../../recalls/read-trace-file"
import type { OfficialRequest } from "../../../../actors"
import { readBody } from "../../../../read-body"

/** `?lot=` code: all orders and inputs of it; `?order=` number: all its lots and their inputs. Nothing of buyers. */
export const GET = async (req: OfficialRequest, res: MedusaResponse) => {
  const scope = await scopeOfOfficial(req.scope, req.official)
  const { trace, subject } = await readTrace(req.scope, scope, readBody(TraceAsked, req.query))
  res.json({ subject, trace: impersonal(trace, scope) })
}
