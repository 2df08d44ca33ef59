import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findProducers, ProducerSearch } from "../../../office/find-producers"

/** All producers, waiting ones first. `?status=&q=&limit=&offset=` */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const search = ProducerSearch.parse(req.query)
  const { limit, offset } = search
  res.json({ ...(await findProducers(req.scope, "everywhere", search)), limit, offset })
}
