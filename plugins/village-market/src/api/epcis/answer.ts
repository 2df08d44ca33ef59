import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { type EpcisException, type Problem, problem } from "../../modules/traceability/epcis/problem"
import { LIMITS } from "./headers"

export const isEpcis = (req: MedusaRequest) => /^\/epcis(\/|\?|$)/.test(req.originalUrl)

/** RFC 7807, with the exceptions of EPCIS 2.0 as types. */
export function refuse(res: MedusaResponse, found: Problem) {
  if (found.status === 413) res.set(LIMITS)
  // RFC 7807 knows no charset; Express would add one.
  res.status(found.status).setHeader("content-type", "application/problem+json")
  res.end(JSON.stringify(found))
}

const EXCEPTIONS: Record<string, [EpcisException, number]> = {
  [MedusaError.Types.NOT_FOUND]: ["NoSuchResourceException", 404],
  [MedusaError.Types.INVALID_DATA]: ["ValidationException", 400],
  [MedusaError.Types.NOT_ALLOWED]: ["SecurityException", 403],
  [MedusaError.Types.UNAUTHORIZED]: ["SecurityException", 401],
  [MedusaError.Types.CONFLICT]: ["ResourceAlreadyExistsException", 409],
}

/** The problem that something thrown amounts to; of our own faults nobody is told more than that. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof URIError) return problem("ValidationException", { detail: "The address is not well-formed." })
  const known = MedusaError.isMedusaError(thrown) ? EXCEPTIONS[thrown.type] : undefined
  if (!known || !(thrown instanceof Error)) return problem("ImplementationException")
  const [exception, status] = known
  return problem(exception, { status, detail: thrown.message })
}

/** JSON in the type that was asked for. */
export function answer(req: MedusaRequest, res: MedusaResponse, body: object) {
  const type = req.accepts(["application/json", "application/ld+json"]) || "application/json"
  res.setHeader("content-type", type)
  res.end(JSON.stringify(body))
}
