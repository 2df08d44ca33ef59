import { COUPONS } from "../../../modules/coupons"
import { type CouponUse, couponState } from "../../../modules/coupons/coupon-use"
import { CouponFacts } from "../../../web/coupon-facts"
import { Layout } from "../../../web/layout"
import { type PageContext, page } from "../../../web/page"
import { couponForm } from "../../../web/text/coupon-form"
import { portal } from "../../../web/text/portal"
import type { ProducerRequest } from "../../actors"

export const GET = page<ProducerRequest>(async (req, page) => {
  const t = couponForm[page.lang]
  const coupons = await req.scope.resolve(COUPONS).list({ producerId: req.producer.id })
  const open = req.producer.status === "approved"
  return (
    <Layout page={page} title={t.title}>
      <div class="narrow">
        <h1>{t.title}</h1>
        {req.query.stopped === "1" ? (
          <p class="notice good" role="status">
            {t.stopped}
          </p>
        ) : null}
        <p>{open ? t.lead : t.notOpen}</p>
        {open ? (
          <p>
            <a class="button" href="/producer/coupons/new">
              {t.add}
            </a>
          </p>
        ) : null}
        {coupons.length === 0 ? <p>{t.empty}</p> : <Cards page={page} coupons={coupons} />}
        <p>
          <a href="/producer">{portal[page.lang].backHome}</a>
        </p>
      </div>
    </Layout>
  )
})

function Cards({ page: { lang }, coupons }: { page: PageContext; coupons: CouponUse[] }) {
  const t = couponForm[lang]
  return (
    <ul class="cards">
      {coupons.map((coupon) => (
        <li class="card">
          <h2>
            <a href={`/producer/coupons/${coupon.promotion_id}`}>{coupon.code}</a>
          </h2>
          <p>
            <span class="tag">{t.state[couponState(coupon)]}</span>
          </p>
          <CouponFacts lang={lang} coupon={coupon} />
        </li>
      ))}
    </ul>
  )
}
