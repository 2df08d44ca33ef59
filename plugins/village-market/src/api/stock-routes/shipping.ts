import { notOfAProducer } from "./guards/producer-store"
import { guarded, passes, type Verdicts } from "./verdict"

/** Medusa's routes over places and ways of shipping. */
export const shippingRoutes: Verdicts = {
  ...passes(
    "A place, a profile or a kind that belongs to no producer yet.",
    "POST /admin/shipping-option-types",
    "POST /admin/shipping-profiles",
    "POST /admin/stock-locations",
  ),
  ...guarded(
    notOfAProducer,
    "DELETE /admin/fulfillment-sets/:id",
    "DELETE /admin/fulfillment-sets/:id/service-zones/:zone_id",
    "POST /admin/fulfillment-sets/:id/service-zones/:zone_id",
    "POST /admin/fulfillment-sets/:id/service-zones",
    "DELETE /admin/shipping-option-types/:id",
    "POST /admin/shipping-option-types/:id",
    "DELETE /admin/shipping-options/:id",
    "POST /admin/shipping-options/:id",
    "POST /admin/shipping-options/:id/rules/batch",
    "POST /admin/shipping-options",
    "DELETE /admin/shipping-profiles/:id",
    "POST /admin/shipping-profiles/:id",
    "POST /admin/stock-locations/:id/fulfillment-providers",
    "POST /admin/stock-locations/:id/fulfillment-sets",
    "DELETE /admin/stock-locations/:id",
    "POST /admin/stock-locations/:id",
    "POST /admin/stock-locations/:id/sales-channels",
  ),
}
