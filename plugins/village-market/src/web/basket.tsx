import type { Basket } from "../workflows/basket/read-basket"
import { DiscountRows } from "./discounts"
import { date, money } from "./format"
import type { Language } from "./language"
import { checkout } from "./text/checkout"
import { coupons } from "./text/coupons"
import { windows } from "./text/windows"

type BuyFormProps = { lang: Language; productId: string; ahead?: boolean }

/** The button on a product's page; works without script. */
export function BuyForm({ lang, productId, ahead }: BuyFormProps) {
  const t = checkout[lang]
  return (
    <form method="post" action="/market/basket" class="buy">
      <input type="hidden" name="product_id" value={productId} />
      <label for="quantity">{t.quantity}</label>
      <input id="quantity" name="quantity" inputmode="numeric" value="1" maxlength={3} size={3} required />
      <button class="button" type="submit">
        {ahead ? windows[lang].add : t.add}
      </button>
    </form>
  )
}

/** Which lines have yet to grow, so that nobody pays without knowing; nothing where all is in stock. */
export function AheadLines({ lang, basket }: { lang: Language; basket: Basket }) {
  const ahead = basket.parts.flatMap(({ lines }) =>
    lines.flatMap(({ product_title, window }) => (window ? [{ product_title, window }] : [])),
  )
  if (ahead.length === 0) return null
  return (
    <ul class="notice">
      {ahead.map(({ product_title, window }) => (
        <li>
          {product_title}: {windows[lang].ahead(date(lang, window.expected_on))}
        </li>
      ))}
    </ul>
  )
}

/** What the basket comes to; the shipping row stands once it is chosen. */
export function Totals({ lang, basket, withShipping }: { lang: Language; basket: Basket; withShipping: boolean }) {
  const t = checkout[lang]
  return (
    <dl class="totals">
      <DiscountRows lang={lang} discounts={basket.discounts} goods={basket.item_total} />
      <dt>{basket.discounts.length > 0 ? coupons[lang].goodsAfter : t.goods}</dt>
      <dd>{money(lang, basket.item_total)}</dd>
      {withShipping ? (
        <>
          <dt>{t.shipping}</dt>
          <dd>{money(lang, basket.shipping_total)}</dd>
          <dt>{t.total}</dt>
          <dd>
            <strong>{money(lang, basket.total)}</strong>
          </dd>
        </>
      ) : null}
    </dl>
  )
}
