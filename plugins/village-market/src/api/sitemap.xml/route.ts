import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listAddresses } from "../../modules/catalogue/reads/list-addresses"
import { settingsOf } from "../../settings"
import { sendCached } from "../../web/cached"
import { Entry } from "../../web/page-cache"
import { sitemap } from "../../web/sitemap"

export const GET = (req: MedusaRequest, res: MedusaResponse) =>
  sendCached(req, res, "sitemap", async () => {
    const addresses = await listAddresses(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION))
    return new Entry(200, "xml", sitemap(settingsOf(req.scope).publicUrl, addresses))
  })
