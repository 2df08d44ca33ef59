import type { Basket } from "../workflows/basket/read-basket"
import { money } from "./format"
import type { Language } from "./language"
import { checkout } from "./text/checkout"

/** The button on a product's page; works without script. */
export function BuyForm({ lang, productId }: { lang: Language; productId: string }) {
  const t = checkout[lang]
  return (
    <form method="post" action="/market/basket" class="buy">
      <input type="hidden" name="product_id" value={productId} />
      <label for="quantity">{t.quantity}</label>
      <input id="quantity" name="quantity" inputmode="numeric" value="1" maxlength={3} size={3} required />
      <button class="button" type="submit">
        {t.add}
      </button>
    </form>
  )
}

/** What the basket comes to; the shipping row stands once it is chosen. */
export function Totals({ lang, basket, withShipping }: { lang: Language; basket: Basket; withShipping: boolean }) {
  const t = checkout[lang]
  return (
    <dl class="totals">
      <dt>{t.goods}</dt>
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
