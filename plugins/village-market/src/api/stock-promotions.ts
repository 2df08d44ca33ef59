import type { MiddlewareRoute } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/**
 * A promotion made or changed behind our back would have no funder, or another rule than the one its orders were sold
 * under: coupons are made and stopped on our own page.
 */
function leadToCoupons(): never {
  throw new MedusaError(
    MedusaError.Types.CONFLICT,
    "Coupons are made and stopped under /app/coupons (POST /admin/coupons), where it is said who funds them.",
  )
}

export const stockPromotionMiddlewares: MiddlewareRoute[] = ["/admin/promotions*", "/admin/campaigns*"].map(
  (matcher) => ({ matcher, methods: ["POST", "PUT", "DELETE"], middlewares: [leadToCoupons] }),
)
