import type { MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { problem } from "../../../../../modules/traceability/epcis/problem"
import { readEvent } from "../../../../../modules/traceability/repository/query-events"
import { answer, refuse } from "../../../answer"
import { queryDocument } from "../../../answer-events"
import type { EpcisRequest } from "../../../front"

/** An event by its id, with the declarations of its errors. */
export const GET = async (req: EpcisRequest, res: MedusaResponse) => {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const events = await readEvent(pg, req.reader, String(req.params.id))
  if (events.length === 0) return refuse(res, problem("NoSuchResourceException"))
  answer(req, res, queryDocument(req, events))
}
