import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { CatalogueFilters, PAGE_SIZE } from "../../../modules/catalogue/reads/filters"
import { listProducts } from "../../../modules/catalogue/reads/list-products"
import { findProducts } from "../../../search/find-products"
import { settingsOf } from "../../../settings"
import { sendCached, sendEntry } from "../../../web/cached"
import { photoJson } from "../../../web/market/product-photo"
import { Entry } from "../../../web/page-cache"

const Query = CatalogueFilters.extend({
  limit: z.coerce.number().int().min(1).max(100).default(PAGE_SIZE),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  facets: z
    .enum(["true", "false"])
    .default("false")
    .transform((value) => value === "true"),
})

/** The market's list for any storefront: filters as in `/market`, `limit` and `offset`, counts with `facets=true`. */
export const GET = async (req: MedusaStoreRequest, res: MedusaResponse) => {
  const parsed = Query.safeParse(req.query)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `${issue?.path.join(".")}: ${issue?.message}`)
  }
  const { limit, offset, facets, ...filters } = parsed.data
  const channels = req.publishable_key_context?.sales_channel_ids ?? []
  const make = async () => {
    const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const found = filters.q ? await findProducts(req.scope, filters.q) : undefined
    const {
      count,
      products,
      facets: counts,
    } = await listProducts(pg, { filters, ids: found?.ids, channels, limit, offset, facets })
    const settings = settingsOf(req.scope)
    const listings = products.map(({ photo, ...product }) => ({
      ...product,
      photo: photo && photoJson(photo, settings),
    }))
    return new Entry(
      200,
      "json",
      JSON.stringify({
        listings,
        count,
        limit,
        offset,
        approximate: found?.approximate ?? false,
        facets: facets ? counts : undefined,
      }),
    )
  }
  // The search index follows an edit a moment later, so what it found is not kept.
  if (filters.q) return sendEntry(req, res, await make())
  await sendCached(req, res, `listings ${[...channels].sort()} ${req.originalUrl}`, make)
}
