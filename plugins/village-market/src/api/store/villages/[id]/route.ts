import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { readVillage } from "../../../../modules/catalogue/reads/read-villages"

export const GET = async (req: MedusaStoreRequest, res: MedusaResponse) => {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const village = await readVillage(pg, String(req.params.id), req.publishable_key_context?.sales_channel_ids ?? [])
  if (!village) throw new MedusaError(MedusaError.Types.NOT_FOUND, "No such village")
  res.json({ village })
}
