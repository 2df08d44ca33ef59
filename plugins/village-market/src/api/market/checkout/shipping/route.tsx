import type { MedusaRequest } from "@medusajs/framework/http"
import { type PageContext, page } from "../../../../web/page"
import { checkout } from "../../../../web/text/checkout"
import { basketId } from "../../../../workflows/basket/basket-cookie"
import { chooseShipping, type ShippingChoice, shippingOf } from "../../../../workflows/basket/offered-shipping"
import { type Basket, canCheckOut, readBasket } from "../../../../workflows/basket/read-basket"
import { choiceOf, ShippingPage } from "./shipping-page"

export const GET = page(async (req, page) => {
  const basket = await addressedBasket(req)
  if ("redirect" in basket) return basket
  const parts = await shippingOf(req.scope, basket.id)
  return <ShippingPage page={page} basket={basket} parts={parts} changed={Boolean(req.query.changed)} />
})

export const POST = page<MedusaRequest<Record<string, unknown>>>(async (req, page: PageContext) => {
  const t = checkout[page.lang]
  const basket = await addressedBasket(req)
  if ("redirect" in basket) return basket
  const parts = await shippingOf(req.scope, basket.id)
  const chosen = basket.parts.map(({ producer }) => ({
    field: producer.id,
    choice: choiceOf(
      parts.find(({ producer_id }) => producer_id === producer.id),
      req.body?.[producer.id],
    ),
  }))
  const missing = chosen.filter(({ choice }) => !choice)
  if (missing.length > 0) {
    const errors = Object.fromEntries(missing.map(({ field }) => [field, t.shippingMissing]))
    return { status: 400, body: <ShippingPage page={page} basket={basket} parts={parts} errors={errors} /> }
  }
  await chooseShipping(
    req.scope,
    basket.id,
    chosen.flatMap(({ choice }): ShippingChoice[] => (choice ? [choice] : [])),
  )
  return { redirect: "/market/checkout/payment" }
})

async function addressedBasket(req: MedusaRequest): Promise<Basket | { redirect: string }> {
  const basket = await readBasket(req.scope, basketId(req))
  if (!canCheckOut(basket)) return { redirect: "/market/basket" }
  return basket.shipping_address?.metadata?.commune_code ? basket : { redirect: "/market/checkout/address" }
}
