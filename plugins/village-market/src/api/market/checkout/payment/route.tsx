import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { asRefusal } from "../../../../modules/catalogue/refusals"
import { AheadLines, Totals } from "../../../../web/basket"
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
import { CASH_PROVIDER, VNPAY_PROVIDER } from "../../../../workflows/trade/read-order"
import { Step } from "../step"

export const GET = page(async (req, page) => {
  const basket = await readyBasket(req)
  return "redirect" in basket ? basket : <PaymentPage page={page} basket={basket} />
})

export const POST = page<MedusaRequest<{ means?: unknown }>>(async (req, page, res) => {
  const t = checkout[page.lang]
  const basket = await readyBasket(req)
  if ("redirect" in basket) return basket
  const means = req.body?.means
  if (means !== "cash" && !(means === "vnpay" && page.settings.vnpay)) {
    return { status: 400, body: <PaymentPage page={page} basket={basket} problem={t.paymentMissing} /> }
  }
  const provider = means === "vnpay" ? VNPAY_PROVIDER : CASH_PROVIDER
  const lapsed = basket.discounts.length > 0 ? await firmUpCodes(req.scope, basket.id, provider) : []
  if (lapsed.length > 0) {
    const left = await readyBasket(req)
    const why = lapsed.map((refusal) => refusalText(page.lang, refusal)).join(" ")
    if ("redirect" in left) return left
    return { status: 409, body: <PaymentPage page={page} basket={left} problem={coupons[page.lang].lapsed(why)} /> }
  }
  try {
    await checkBasketWindows(req.scope, basket.id)
    if (means === "vnpay") {
      const session = await openPayment(req.scope, basket, VNPAY_PROVIDER, { ip_address: req.ip, locale: page.lang })
      return { redirect: payUrl(session.data) }
    }
    await openPayment(req.scope, basket, CASH_PROVIDER, {})
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

function payUrl(data: Record<string, unknown> | undefined): string {
  if (typeof data?.redirect_url === "string") return data.redirect_url
  throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "VNPay gave no address to pay at")
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
        <Choice
          lang={lang}
          name="means"
          label={t.paymentTitle}
          value={page.settings.vnpay ? "vnpay" : "cash"}
          required
          options={[
            ...(page.settings.vnpay ? [{ value: "vnpay", label: t.vnpay, hint: t.vnpayHint }] : []),
            { value: "cash", label: t.cash, hint: t.cashHint },
          ]}
        />
        <button class="button" type="submit">
          {t.pay}
        </button>
      </form>
    </Step>
  )
}
