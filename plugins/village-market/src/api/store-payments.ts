import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { plainAddress } from "../modules/gateway/vnpay/address"
import { VNPAY_METHODS, vnpayMethod } from "../modules/gateway/vnpay/methods"
import { pickLanguage } from "../web/language"
import { checkBasketWindows } from "../workflows/basket/check-windows"
import { VNPAY_PROVIDER } from "../workflows/trade/payment-providers"

/**
 * Medusa keeps what a storefront sends as `data` in the payment session and hands it to the provider. Nothing of it is
 * wanted but the method at VNPay; what the gateway shall know of the payer is known here.
 */
function describePayer(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction) {
  const method = askedMethod(req.body)
  req.body = {
    ...(typeof req.body === "object" ? req.body : {}),
    data: { ip_address: plainAddress(req.ip), locale: pickLanguage(req), ...(method ? { method } : {}) },
  }
  next()
}

const Asked = z.object({ provider_id: z.literal(VNPAY_PROVIDER), data: z.object({ method: z.unknown() }) })

/** Refused rather than forgotten: a storefront that misspells it would send every buyer to the wrong page. */
function askedMethod(body: unknown) {
  const asked = Asked.safeParse(body)
  const method = asked.success ? (asked.data.data.method ?? undefined) : undefined
  if (method !== undefined && !vnpayMethod(method)) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `data.method must be one of ${VNPAY_METHODS.join(", ")}`)
  }
  return vnpayMethod(method)
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
