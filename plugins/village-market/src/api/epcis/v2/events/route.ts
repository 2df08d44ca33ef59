import type { MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { invalidDocument, problem } from "../../../../modules/traceability/epcis/problem"
import { captureEvents } from "../../../../modules/traceability/repository/capture-events"
import { readSingleEvent } from "../../../../modules/traceability/repository/read-single-event"
import { refuse } from "../../answer"
import { answerEvents } from "../../answer-events"
import { capturerOf } from "../../capturer"
import type { EpcisRequest } from "../../front"
import { readBody } from "../../read-body"

export const GET = (req: EpcisRequest, res: MedusaResponse) => answerEvents(req, res)

/** Captures one event: 201 with its address, or 409 when it is there already. */
export const POST = async (req: EpcisRequest, res: MedusaResponse) => {
  const body = await readBody(req)
  if (!Buffer.isBuffer(body)) return refuse(res, body)
  const capturer = await capturerOf(req)
  const read = readSingleEvent(body, new Date())
  if ("findings" in read) return refuse(res, invalidDocument(read.findings))
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [captured] = await pg.transaction((trx) => captureEvents(trx, capturer, [read.event], { allOrNothing: true }))
  if (captured?.outcome === "refused") return refuse(res, captured.problem)
  if (captured?.outcome !== "stored") {
    return refuse(res, problem("ResourceAlreadyExistsException", { detail: "This event is stored already." }))
  }
  res
    .status(201)
    .set("location", `/epcis/v2/events/${encodeURIComponent(captured.event_id)}`)
    .end()
}
