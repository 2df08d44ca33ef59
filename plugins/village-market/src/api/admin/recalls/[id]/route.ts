import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readRecall } from "../../../../recalls/read-recall"
import { operatorRecaller } from "../../operator"

/** A recall with everybody it reached or did not, and their phones. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const actor = await operatorRecaller(req)
  res.json({ recall: await readRecall(req.scope, "everywhere", String(req.params.id), actor) })
}
