import type { MedusaResponse } from "@medusajs/framework/http"
import { findProducers, ProducerSearch } from "../../../../office/find-producers"
import type { OfficialRequest } from "../../../actors"

/** Producers of the area, waiting ones first. `?status=&q=&limit=&offset=` */
export const GET = async (req: OfficialRequest, res: MedusaResponse) => {
  const search = ProducerSearch.parse(req.query)
  const { limit, offset } = search
  res.json({ ...(await findProducers(req.scope, req.official, search)), limit, offset })
}
