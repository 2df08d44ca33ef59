import type { MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { EVENT_TYPES } from "../../../../modules/traceability/epcis/vocabulary"
import { listValues } from "../../../../modules/traceability/repository/read-collection"
import { answer, refuse } from "../../answer"
import { collectionAt, collectionOf } from "../../collection"
import type { EpcisRequest } from "../../front"
import { readListQuery, turnPage } from "../../pages"

/** What events of one's own name: types, things, steps, places, states. */
export const GET = async (req: EpcisRequest, res: MedusaResponse) => {
  const list = readListQuery(req)
  if ("status" in list) return refuse(res, list)
  const collection = collectionAt(req)
  if (collection === "eventTypes") return answer(req, res, collectionOf([...EVENT_TYPES]))
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const found = await listValues(pg, req.reader, collection, list.perPage, list.after)
  const page = found.slice(0, list.perPage)
  if (found.length > page.length) turnPage(req, res, { after: page.at(-1) ?? "" })
  answer(req, res, collectionOf(page))
}
