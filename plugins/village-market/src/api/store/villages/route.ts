import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listVillages } from "../../../modules/catalogue/reads/read-villages"

export const GET = async (req: MedusaStoreRequest, res: MedusaResponse) => {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  res.json({ villages: await listVillages(pg, req.publishable_key_context?.sales_channel_ids ?? []) })
}
