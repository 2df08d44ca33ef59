import type { MedusaRequest } from "@medusajs/framework/http"
import { Choice, ErrorSummary, type FieldErrors } from "../../../../web/fields"
import { money } from "../../../../web/format"
import { type PageContext, page } from "../../../../web/page"
import { checkout } from "../../../../web/text/checkout"
import { common } from "../../../../web/text/common"
import { basketId } from "../../../../workflows/basket/basket-cookie"
import { chooseShipping, type ShippingOption, shippingOptions } from "../../../../workflows/basket/prepare-checkout"
import { type Basket, readBasket } from "../../../../workflows/basket/read-basket"
import { Step } from "../step"

export const GET = page(async (req, page) => {
  const basket = await readBasket(req.scope, basketId(req))
  if (!basket?.items.length) return { redirect: "/market/basket" }
  if (!basket.shipping_address?.metadata?.commune_code) return { redirect: "/market/checkout/address" }
  return <ShippingPage page={page} basket={basket} options={await shippingOptions(req.scope, basket)} />
})

export const POST = page<MedusaRequest<Record<string, unknown>>>(async (req, page) => {
  const t = checkout[page.lang]
  const basket = await readBasket(req.scope, basketId(req))
  if (!basket?.items.length) return { redirect: "/market/basket" }
  const options = await shippingOptions(req.scope, basket)
  const chosen = basket.parts.map(({ producer }) => ({
    field: producer.id,
    option: options.find(
      ({ id, shipping_profile_id }) =>
        shipping_profile_id === producer.shipping_profile_id && id === req.body?.[producer.id],
    ),
  }))
  const missing = chosen.filter(({ option }) => !option)
  if (missing.length > 0) {
    const errors = Object.fromEntries(missing.map(({ field }) => [field, t.shippingMissing]))
    return { status: 400, body: <ShippingPage page={page} basket={basket} options={options} errors={errors} /> }
  }
  await chooseShipping(
    req.scope,
    basket.id,
    chosen.flatMap(({ option }) => (option ? [option.id] : [])),
  )
  return { redirect: "/market/checkout/payment" }
})

function ShippingPage({
  page,
  basket,
  options,
  errors,
}: {
  page: PageContext
  basket: Basket
  options: ShippingOption[]
  errors?: FieldErrors
}) {
  const { lang } = page
  const t = checkout[lang]
  const taken = new Set((basket.shipping_methods ?? []).map(({ shipping_option_id }) => shipping_option_id))
  return (
    <Step page={page} number={3} title={t.shippingTitle} back="/market/checkout/address">
      <p>{t.shippingHint}</p>
      <ErrorSummary lang={lang} errors={errors} />
      <form method="post" action="/market/checkout/shipping">
        {basket.parts.map(({ producer }) => {
          const own = options.filter(({ shipping_profile_id }) => shipping_profile_id === producer.shipping_profile_id)
          const usual = own.find(({ id }) => taken.has(id)) ?? own.find(({ type }) => type.code === "delivery")
          return (
            <Choice
              lang={lang}
              name={producer.id}
              label={t.shippingFor(producer.name)}
              value={usual?.id}
              errors={errors}
              required
              options={own.map(({ id, name, amount, type }) => ({
                value: id,
                label: `${shippingName(lang, type.code, name)}: ${amount === 0 ? t.free : money(lang, amount)}`,
              }))}
            />
          )
        })}
        <button class="button" type="submit">
          {common[lang].next}
        </button>
      </form>
    </Step>
  )
}

const ENGLISH: Record<string, string> = { delivery: "Delivered to you", pickup: "Collected from the maker" }
/** Medusa keeps one name for an option; ours are Vietnamese. */
const shippingName = (lang: string, code: string, name: string) => (lang === "en" ? (ENGLISH[code] ?? name) : name)
