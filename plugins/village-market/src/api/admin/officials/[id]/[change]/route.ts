import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { changeOfficialWorkflow, OFFICIAL_CHANGES } from "../../../../../workflows/change-official"
import { byOperator } from "../../../operator"

/** deactivate, reactivate, reset-password; only the last answers a password, once. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const change = OFFICIAL_CHANGES.find((known) => known === req.params.change)
  if (!change) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Not found")
  const official_id = String(req.params.id)
  const { result } = await changeOfficialWorkflow(req.scope).run({
    input: { official_id, change, actor: await byOperator(req) },
  })
  res.json({ official: { id: official_id }, ...(result.password ? { password: result.password } : {}) })
}
