import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { readProduct } from "../../../../modules/catalogue/reads/read-product"
import { settingsOf } from "../../../../settings"
import { photoJson } from "../../../../web/market/product-photo"

export const GET = async (req: MedusaStoreRequest, res: MedusaResponse) => {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const found = await readProduct(pg, String(req.params.handle), req.publishable_key_context?.sales_channel_ids ?? [])
  if (!found) throw new MedusaError(MedusaError.Types.NOT_FOUND, "No such listing")
  const settings = settingsOf(req.scope)
  res.json({ listing: { ...found, photos: found.photos.map((photo) => photoJson(photo, settings)) } })
}
