import type { BasketDiscount } from "../workflows/coupons/basket-discounts"
import { money } from "./format"
import type { Language } from "./language"
import { coupons } from "./text/coupons"

/** The code field of a basket and what each code takes off; works without script. */
export function CouponBox({
  lang,
  discounts,
  coupon,
}: {
  lang: Language
  discounts: BasketDiscount[]
  coupon?: { typed: string; problem: string }
}) {
  const t = coupons[lang]
  return (
    <section class="card" id="coupons">
      <h2>{t.heading}</h2>
      {discounts.map(({ code, amount, by, off }) => (
        <form method="post" action="/market/basket/coupons">
          <input type="hidden" name="remove" value={code} />
          <h3>
            {t.takes(code)}: −{money(lang, amount)}
          </h3>
          <ul>
            {off.map((one) => (
              <li>
                {t.off(one.producer)}: −{money(lang, one.amount)}
              </li>
            ))}
          </ul>
          {by === "platform" ? <p class="hint">{t.paidByMarket}</p> : null}
          <p class="actions">
            <button class="button secondary" type="submit" aria-label={t.removeCode(code)}>
              {t.remove}
            </button>
          </p>
        </form>
      ))}
      <form method="post" action="/market/basket/coupons">
        <div class={coupon ? "field wrong" : "field"}>
          <label for="code">{t.field}</label>
          <p class="hint" id="code-hint">
            {t.hint}
          </p>
          {coupon ? (
            <p class="error" id="code-error" role="alert">
              {coupon.problem}
            </p>
          ) : null}
          <input
            id="code"
            name="code"
            value={coupon?.typed ?? ""}
            maxlength={40}
            required
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-describedby={coupon ? "code-hint code-error" : "code-hint"}
            aria-invalid={coupon ? "true" : undefined}
          />
        </div>
        <p class="actions">
          <button class="button secondary" type="submit">
            {t.use}
          </button>
        </p>
      </form>
    </section>
  )
}

/** Rows of the totals: the goods before discounts, and what each code takes off. Nothing where nothing is taken off. */
export function DiscountRows({
  lang,
  discounts,
  goods,
}: {
  lang: Language
  discounts: BasketDiscount[]
  goods: number
}) {
  const t = coupons[lang]
  if (discounts.length === 0) return null
  const off = discounts.reduce((sum, { amount }) => sum + amount, 0)
  return (
    <>
      <dt>{t.goodsBefore}</dt>
      <dd>{money(lang, goods + off)}</dd>
      {discounts.map(({ code, amount }) => (
        <>
          <dt>{t.takes(code)}</dt>
          <dd>−{money(lang, amount)}</dd>
        </>
      ))}
    </>
  )
}
