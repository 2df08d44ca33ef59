import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { plainAddress } from "../modules/gateway/vnpay/address"
import { pickLanguage } from "../web/language"
import { checkBasketWindows } from "../workflows/basket/check-windows"

/**
 * Medusa keeps what a storefront sends as `data` in the payment session and hands it to the provider. Nothing of it is
 * wanted; what the gateway shall know of the payer is known here.
 */
function describePayer(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction) {
  req.body = {
    ...(typeof req.body === "object" ? req.body : {}),
    data: { ip_address: plainAddress(req.ip), locale: pickLanguage(req) },
  }
  next()
}

/** Nobody is sent to pay for goods sold ahead that are not to be had. */
async function checkPlaces(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction) {
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart_payment_collection",
    fields: ["cart_id"],
    filters: { payment_collection_id: String(req.params.id) },
  })
  for (const { cart_id } of data) await checkBasketWindows(req.scope, cart_id)
  next()
}

export const storePaymentMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/payment-collections/:id/payment-sessions",
    methods: ["POST"],
    middlewares: [checkPlaces, describePayer],
  },
]
