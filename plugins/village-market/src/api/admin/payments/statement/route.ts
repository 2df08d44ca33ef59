import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readStatement } from "../../../../payments/statement/read-statement"
import { statementDays } from "./days"

/** Day by day and means by means: what came, went back, was kept as fees and is open, held against the order book. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  res.json({ statement: await readStatement(pg, statementDays(req.query)) })
}
