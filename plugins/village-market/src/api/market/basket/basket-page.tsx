import type { PartQuote } from "../../../shipping/quote"
import { Totals } from "../../../web/basket"
import { CouponBox } from "../../../web/discounts"
import { money, weight } from "../../../web/format"
import type { Language } from "../../../web/language"
import { Layout } from "../../../web/layout"
import type { PageContext } from "../../../web/page"
import { checkout } from "../../../web/text/checkout"
import { shipping } from "../../../web/text/shipping"
import type { Basket } from "../../../workflows/basket/read-basket"
import { Blocked, Bought } from "./basket-line"

type Props = {
  page: PageContext
  basket?: Basket
  notice?: { text: string; undo?: { product_id: string; quantity: number } }
  problem?: string
  quotes?: PartQuote[]
  /** What was typed as a coupon's code, and why it takes nothing off. */
  coupon?: { typed: string; problem: string }
}

export function BasketPage({ page, basket, notice, problem, coupon, quotes = [] }: Props) {
  const t = checkout[page.lang]
  return (
    <Layout page={page} title={t.basket}>
      <div class="narrow">
        <h1>{t.basket}</h1>
        {problem ? (
          <p class="errors" role="alert">
            {problem}
          </p>
        ) : null}
        {notice ? (
          <div class="notice good" role="status">
            <p>{notice.text}</p>
            {notice.undo ? (
              <form method="post" action="/market/basket">
                <input type="hidden" name="product_id" value={notice.undo.product_id} />
                <input type="hidden" name="quantity" value={String(notice.undo.quantity)} />
                <button class="button secondary" type="submit">
                  {t.undo}
                </button>
              </form>
            ) : null}
          </div>
        ) : null}
        {basket?.blocked ? (
          <p class="errors" role="alert">
            {t.blocked}
          </p>
        ) : null}
        {basket && basket.items.length > 0 ? (
          <Lines page={page} basket={basket} quotes={quotes} coupon={coupon} />
        ) : (
          <Empty page={page} />
        )}
      </div>
    </Layout>
  )
}

function Empty({ page }: { page: PageContext }) {
  const t = checkout[page.lang]
  return (
    <>
      <p>{t.basketEmpty}</p>
      <p>
        <a class="button" href="/market">
          {t.lookAround}
        </a>
      </p>
    </>
  )
}

type LinesProps = { page: PageContext; basket: Basket; quotes: PartQuote[]; coupon: Props["coupon"] }

function Lines({ page: { lang }, basket, quotes, coupon }: LinesProps) {
  const t = checkout[lang]
  return (
    <>
      {basket.parts.map(({ producer, lines }) => (
        <section class="card">
          <h2>
            {producer.handle && !lines.some(({ not_for_sale }) => not_for_sale === "shop_closed") ? (
              <a href={`/market/producers/${producer.handle}`}>{t.from(producer.name)}</a>
            ) : (
              t.from(producer.name)
            )}
          </h2>
          {lines.map((line) => (
            <article class="line">
              <h3>
                {line.not_for_sale ? (
                  line.product_title
                ) : (
                  <a href={`/market/products/${line.product_handle}`}>{line.product_title}</a>
                )}
              </h3>
              {line.not_for_sale ? (
                <Blocked lang={lang} line={line} reason={line.not_for_sale} />
              ) : (
                <Bought lang={lang} line={line} />
              )}
            </article>
          ))}
          <Bringing lang={lang} quote={quotes.find(({ producer_id }) => producer_id === producer.id)} />
        </section>
      ))}
      {basket.strays.length > 0 ? (
        <section class="card">
          {basket.strays.map((line) => (
            <article class="line">
              <h3>{line.product_title}</h3>
              <Blocked lang={lang} line={line} reason="gone" />
            </article>
          ))}
        </section>
      ) : null}
      {basket.blocked ? null : (
        <>
          <CouponBox lang={lang} discounts={basket.discounts} coupon={coupon} />
          <Totals lang={lang} basket={basket} withShipping={false} />
          <p class="hint">{t.shippingLater}</p>
        </>
      )}
      <p class="actions">
        {basket.blocked ? null : (
          <a class="button" href="/market/checkout/address">
            {t.order}
          </a>
        )}
        <a class="button secondary" href="/market">
          {t.lookAround}
        </a>
      </p>
    </>
  )
}

/** What bringing one producer's goods costs: exactly when the buyer's commune is known, else from how much. */
function Bringing({ lang, quote }: { lang: Language; quote?: PartQuote }) {
  if (!quote) return null
  const t = shipping[lang]
  const { delivery, grams } = quote
  const asked = delivery.ok
    ? t.asked(money(lang, delivery.amount))
    : delivery.why === "no_address" && delivery.from_amount !== undefined
      ? t.from(money(lang, delivery.from_amount))
      : t.fromTooHeavy
  return (
    <p class="meta">
      {t.weight(weight(lang, grams))} {asked}
    </p>
  )
}
