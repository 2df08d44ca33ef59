import type { MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { stockDifferences } from "../../../../../modules/traceability/lots/stock-and-lots"
import type { ProducerRequest } from "../../../../actors"

/** The producer's listings whose stock is not what their lots hold. */
export const GET = async (req: ProducerRequest, res: MedusaResponse) => {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  res.json({ differences: await stockDifferences(pg, req.producer.id) })
}
