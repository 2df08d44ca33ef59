import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"

/** What a storefront gets for `fields=*listing`: columns are named, so that a new one is not public by accident. */
const PUBLIC_COLUMNS = [
  "id",
  "unit",
  "material",
  "category_id",
  "vsic_code",
  "vsic_version",
  "weight_grams",
  "ocop_stars",
  "ocop_status",
  "ocop_decided_on",
  "is_demo",
].map((column) => `listing.${column}`)

const ASKED = /(^|,)\s*[+*]?listing(\.\*)?\s*(,|$)/

/** Medusa's store routes strip every field that is not on their own list; this lets the listing through, and nothing behind it. */
function addListing(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction) {
  if (typeof req.query.fields === "string" && ASKED.test(req.query.fields))
    req.queryConfig?.fields.push(...PUBLIC_COLUMNS)
  next()
}

export const storeProductMiddlewares: MiddlewareRoute[] = ["/store/products", "/store/products/:id"].map((matcher) => ({
  matcher,
  methods: ["GET"],
  middlewares: [addListing],
}))
