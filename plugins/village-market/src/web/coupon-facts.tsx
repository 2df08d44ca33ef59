import type { CouponUse } from "../modules/coupons/coupon-use"
import { date, money, number } from "./format"
import type { Language } from "./language"
import { couponForm } from "./text/coupon-form"

/** What a coupon takes off, when, and what it has done so far, in sentences. */
export function CouponFacts({ lang, coupon }: { lang: Language; coupon: CouponUse }) {
  const t = couponForm[lang]
  const { kind, value, minimum, starts_at, ends_at, max_uses, used, orders, spent } = coupon
  const off = t.off(kind === "percent" ? `${number(lang, value)}\u00a0%` : money(lang, value))
  // It ends with the first instant of the next day.
  const last = ends_at && date(lang, new Date(ends_at.getTime() - 1))
  return (
    <>
      <p>
        {off}
        {minimum > 0 ? ` ${t.from(money(lang, minimum))}` : ""}.
      </p>
      <p>{t.period(date(lang, starts_at), last ?? undefined)}.</p>
      <p>
        {orders === 0 ? t.unused : t.used(number(lang, orders))} {spent > 0 ? t.spent(money(lang, spent)) : ""}
      </p>
      {max_uses === null ? null : <p>{t.usedOf(number(lang, used), number(lang, max_uses))}</p>}
    </>
  )
}
