import type { MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { comparableUri } from "../../modules/traceability/epcis/canonical-uri"
import { isProblem, readEventQuery } from "../../modules/traceability/epcis/query-parameters"
import type { StoredEvent } from "../../modules/traceability/repository/epcis-event"
import { documentContext } from "../../modules/traceability/repository/event-context"
import { THING_ROLES } from "../../modules/traceability/repository/event-things"
import { type PagePlace, queryEvents } from "../../modules/traceability/repository/query-events"
import { settingsOf } from "../../settings"
import { answer, refuse } from "./answer"
import type { EpcisRequest } from "./front"
import { parametersOf, placeOf, turnPage } from "./pages"

/** What the path stands for: a parameter of the query, or a thing in whatever role. */
type Fixed = { parameter: [name: string, value: string] } | { thing: string }

/** Answers a SimpleEventQuery. */
export async function answerEvents(req: EpcisRequest, res: MedusaResponse, fixed?: Fixed) {
  const query = readEventQuery([...parametersOf(req), ...(fixed && "parameter" in fixed ? [fixed.parameter] : [])])
  if (isProblem(query)) return refuse(res, query)
  if (fixed && "thing" in fixed)
    query.things.push({ roles: [...THING_ROLES], any: [{ is: comparableUri(fixed.thing) }] })
  const read = placeOf(req, query.nextPageToken)
  if (read && "status" in read) return refuse(res, read)
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  // Only what we signed ourselves comes back.
  const page = await queryEvents(pg, req.reader, query, read?.place as PagePlace | undefined)
  if ("status" in page) return refuse(res, page)
  if (page.next) turnPage(req, res, page.next)
  answer(req, res, queryDocument(req, page.events))
}

/** The events of an answer as an EPCISQueryDocument. */
export function queryDocument(req: EpcisRequest, events: StoredEvent[]) {
  return {
    "@context": documentContext(settingsOf(req.scope).publicUrl),
    type: "EPCISQueryDocument",
    schemaVersion: "2.0",
    creationDate: new Date().toISOString(),
    epcisBody: { queryResults: { queryName: "SimpleEventQuery", resultsBody: { eventList: events } } },
  }
}
