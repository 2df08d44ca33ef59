import { couponState } from "../../../../modules/coupons/coupon-use"
import { CouponFacts } from "../../../../web/coupon-facts"
import { Layout } from "../../../../web/layout"
import { page } from "../../../../web/page"
import { couponForm } from "../../../../web/text/coupon-form"
import type { ProducerRequest } from "../../../actors"
import { oneCoupon } from "../../../coupons"

export const GET = page<ProducerRequest>(async (req, page) => {
  const { lang } = page
  const t = couponForm[lang]
  const coupon = await oneCoupon(req.scope, String(req.params.id), req.producer.id)
  const state = couponState(coupon)
  const notice = req.query.created === "1" ? t.created(coupon.code) : undefined
  return (
    <Layout page={page} title={`${t.code} ${coupon.code}`}>
      <div class="narrow">
        <h1>
          {t.code} {coupon.code}
        </h1>
        {notice ? (
          <p class="notice good" role="status">
            {notice}
          </p>
        ) : null}
        <section class="card">
          <p>
            <span class="tag">{t.state[state]}</span>
          </p>
          <CouponFacts lang={lang} coupon={coupon} />
        </section>
        {state === "stopped" || state === "over" ? null : (
          <form class="card" method="post" action={`/producer/coupons/${coupon.promotion_id}/stop`}>
            <p>{t.stopSure}</p>
            <p class="actions">
              <button class="button secondary" type="submit">
                {t.stop}
              </button>
            </p>
          </form>
        )}
        <p>
          <a href="/producer/coupons">{t.back}</a>
        </p>
      </div>
    </Layout>
  )
})
