import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { GATEWAY } from "../../../modules/gateway"

const Query = z.object({ solved: z.enum(["true", "false"]).default("false").catch("false") })

/** What a person has to clear up, oldest first; with `solved=true` what has been, latest first. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { solved } = Query.parse(req.query)
  res.json({
    reconciliation_tasks: await req.scope.resolve(GATEWAY).reconciliation.tasks({ solved: solved === "true" }),
  })
}
