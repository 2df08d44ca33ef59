import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { asRefusal } from "../../../../modules/catalogue/refusals"
import { vnpayMethod } from "../../../../modules/gateway/vnpay/methods"
import type { PaymentMeans } from "../../../../modules/trade/rows"
import { AheadLines, Totals } from "../../../../web/basket"
import { offeredMeans } from "../../../../web/checkout/payment-means"
import { VnpayMethods } from "../../../../web/checkout/vnpay-methods"
import { Choice } from "../../../../web/fields"
import { orderPath } from "../../../../web/order-link"
import { type PageContext, page } from "../../../../web/page"
import { refusedGoods } from "../../../../web/refused-goods"
import { checkout } from "../../../../web/text/checkout"
import { coupons, refusalText } from "../../../../web/text/coupons"
import { basketId, forgetBasket } from "../../../../workflows/basket/basket-cookie"
import { checkShipping } from "../../../../workflows/basket/check-shipping"
import { checkBasketWindows } from "../../../../workflows/basket/check-windows"
import { openPayment } from "../../../../workflows/basket/prepare-checkout"
import { type Basket, canCheckOut, readBasket } from "../../../../workflows/basket/read-basket"
import { firmUpCodes } from "../../../../workflows/coupons/basket-coupons"
import { completeBasket } from "../../../../workflows/trade/complete-basket"
import { PROVIDER_OF } from "../../../../workflows/trade/payment-providers"
import { Step } from "../step"

export const GET = page(async (req, page) => {
  const basket = await readyBasket(req)
  return "redirect" in basket ? basket : <PaymentPage page={page} basket={basket} />
})

export const POST = page<MedusaRequest<{ means?: unknown; method?: unknown }>>(async (req, page, res) => {
  const t = checkout[page.lang]
  const basket = await readyBasket(req)
  if ("redirect" in basket) return basket
  const means = offeredMeans(page.settings, page.lang).find(({ value }) => value === req.body?.means)?.value
  if (!means) {
    return { status: 400, body: <PaymentPage page={page} basket={basket} problem={t.paymentMissing} /> }
  }
  const provider = PROVIDER_OF[means]
  const lapsed = basket.discounts.length > 0 ? await firmUpCodes(req.scope, basket.id, provider) : []
  if (lapsed.length > 0) {
    const left = await readyBasket(req)
    const why = lapsed.map((refusal) => refusalText(page.lang, refusal)).join(" ")
    if ("redirect" in left) return left
    return { status: 409, body: <PaymentPage page={page} basket={left} problem={coupons[page.lang].lapsed(why)} /> }
  }
  try {
    await checkBasketWindows(req.scope, basket.id)
    const session = await openPayment(req.scope, basket, provider, {
      ...{ ip_address: req.ip, locale: page.lang },
      ...(means === "vnpay" ? { method: vnpayMethod(req.body?.method) } : {}),
    })
    if (PAID_ELSEWHERE.includes(means)) return { redirect: payUrl(session.data) }
    const { order_id } = await completeBasket(req.scope, basket.id)
    forgetBasket(req, res)
    return { redirect: orderPath(page.settings, order_id) }
  } catch (thrown) {
    const error = asRefusal(thrown)
    if (!(error instanceof MedusaError)) throw error
    // What cannot be bought any more is shown, with its reason, where it can be taken out.
    if (!canCheckOut(await readBasket(req.scope, basket.id))) return { redirect: "/market/basket" }
    const problem = t.problem(refusedGoods(error.message, page.lang) ?? error.message)
    return { status: 409, body: <PaymentPage page={page} basket={basket} problem={problem} /> }
  }
})

/** Paid on a page of the gateway's first; all others are ordered now and paid later. */
const PAID_ELSEWHERE: readonly PaymentMeans[] = ["vnpay", "stripe"]

function payUrl(data: Record<string, unknown> | undefined): string {
  if (typeof data?.redirect_url === "string") return data.redirect_url
  throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "The gateway gave no address to pay at")
}

/** A basket with goods, an address and a shipping choice for every producer at the price of now, or the step that is still open. */
async function readyBasket(req: MedusaRequest): Promise<Basket | { redirect: string }> {
  const basket = await readBasket(req.scope, basketId(req))
  if (!canCheckOut(basket)) return { redirect: "/market/basket" }
  if (!basket.shipping_address?.metadata?.commune_code) return { redirect: "/market/checkout/address" }
  if ((basket.shipping_methods ?? []).length < basket.parts.length) return { redirect: "/market/checkout/shipping" }
  const methods = await checkShipping(req.scope, basket.id)
  if (!methods.every(({ check }) => check.stands)) return { redirect: "/market/checkout/shipping?changed=1" }
  return basket
}

function PaymentPage({ page, basket, problem }: { page: PageContext; basket: Basket; problem?: string }) {
  const { lang } = page
  const t = checkout[lang]
  const offered = offeredMeans(page.settings, lang).map((means) =>
    means.value === "vnpay" ? { ...means, inside: <VnpayMethods lang={lang} /> } : means,
  )
  return (
    <Step page={page} number={4} title={t.paymentTitle} back="/market/checkout/shipping">
      {problem ? (
        <p class="errors" role="alert">
          {problem}
        </p>
      ) : null}
      <AheadLines lang={lang} basket={basket} />
      <Totals lang={lang} basket={basket} withShipping />
      <form method="post" action="/market/checkout/payment">
        <Choice lang={lang} name="means" label={t.paymentTitle} value={offered[0]?.value} required options={offered} />
        <button class="button" type="submit">
          {t.pay}
        </button>
      </form>
    </Step>
  )
}
