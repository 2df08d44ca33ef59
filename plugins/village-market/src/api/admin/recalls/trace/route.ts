import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { impersonal, readTrace, TraceAsked } from "../../../../recalls/read-trace-file"
import { readBody } from "../../../read-body"

/** `?lot=` code: all orders and inputs of it; `?order=` number: all its lots and their inputs. Nothing of buyers. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { trace, subject } = await readTrace(req.scope, "everywhere", readBody(TraceAsked, req.query))
  res.json({ subject, trace: impersonal(trace, "everywhere") })
}
