import type { MedusaResponse } from "@medusajs/framework/http"
import { problem } from "../../../../../../modules/traceability/epcis/problem"
import { COLLECTIONS } from "../../../../../../modules/traceability/repository/read-collection"
import { refuse } from "../../../../answer"
import { answerEvents } from "../../../../answer-events"
import { collectionAt } from "../../../../collection"
import type { EpcisRequest } from "../../../../front"

/** The same as `/events` with the value of the path for its parameter; a thing is looked for in every role. */
export const GET = (req: EpcisRequest, res: MedusaResponse) => {
  const value = String(req.params.value)
  if (value.includes("|")) return refuse(res, problem("NoSuchResourceException"))
  const parameter = COLLECTIONS[collectionAt(req)]
  return answerEvents(req, res, parameter ? { parameter: [parameter, value] } : { thing: value })
}
