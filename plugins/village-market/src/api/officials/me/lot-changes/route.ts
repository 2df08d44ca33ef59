import type { MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listUnusualChanges, UNUSUAL_PER_PAGE } from "../../../../modules/traceability/lots/read-unusual-changes"
import { scopeOfOfficial } from "../../../../recalls/lot-in-scope"
import type { OfficialRequest } from "../../../actors"
import { pageNumber } from "../../../page-number"

/** Changes of lots in the area from which more came out than is usual. `?page=` from 1. */
export const GET = async (req: OfficialRequest, res: MedusaResponse) => {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const page = pageNumber(req.query.page)
  const found = await listUnusualChanges(pg, { ...(await scopeOfOfficial(req.scope, req.official)), page })
  res.json({ ...found, page, per_page: UNUSUAL_PER_PAGE })
}
