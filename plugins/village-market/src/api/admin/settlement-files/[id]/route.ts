import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { GATEWAY } from "../../../../modules/gateway"

/** A settlement file as it came. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const file = await req.scope.resolve(GATEWAY).reconciliation.settlementFile(String(req.params.id))
  if (!file) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such settlement file")
  res
    .type("application/octet-stream")
    .setHeader("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .send(file.content)
}
