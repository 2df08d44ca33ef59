import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { plainAddress } from "../modules/gateway/vnpay/address"
import { pickLanguage } from "../web/language"

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

export const storePaymentMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/payment-collections/:id/payment-sessions", methods: ["POST"], middlewares: [describePayer] },
]
