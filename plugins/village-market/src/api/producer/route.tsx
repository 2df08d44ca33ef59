import type { Child } from "hono/jsx"
import { Layout } from "../../web/layout"
import { type PageContext, page } from "../../web/page"
import { couponForm } from "../../web/text/coupon-form"
import { diary } from "../../web/text/diary"
import { login } from "../../web/text/login"
import { portal } from "../../web/text/portal"
import { stall } from "../../web/text/stall"
import { trace } from "../../web/text/trace"
import type { ProducerRequest } from "../actors"
import { nextStep } from "./next-step"
import type { ProducerRow } from "./profile-view"

const TONE = { draft: "", pending: "warn", approved: "good", refused: "warn", suspended: "warn" } as const

export const GET = page<ProducerRequest>(({ producer, query }, page) => {
  if (producer.status === "draft") return { redirect: `/producer/register/${nextStep(producer)}` }
  return <HomePage page={page} producer={producer} justSubmitted={query.submitted === "1"} />
})

type HomeProps = { page: PageContext; producer: ProducerRow; justSubmitted: boolean }

function HomePage({ page, producer, justSubmitted }: HomeProps) {
  const t = portal[page.lang]
  const { status } = producer
  return (
    <Layout page={page} title={producer.name ?? t.homeTitle}>
      <div class="narrow">
        <h1>{producer.name ?? t.homeTitle}</h1>
        {justSubmitted && status === "pending" ? (
          <p class="notice good" role="status">
            {t.submitted}
          </p>
        ) : null}
        <section class={`notice ${TONE[status]}`}>
          <h2>
            {t.status}: {t[status]}
          </h2>
          <p>{t[`${status}Text`]}</p>
          {producer.status_reason ? (
            <p>
              <b>{t.reason}:</b> {producer.status_reason}
            </p>
          ) : null}
        </section>
        <NextActions page={page} producer={producer} />
        <form method="post" action="/producer/logout">
          <button class="button secondary" type="submit">
            {login[page.lang].logout}
          </button>
        </form>
      </div>
    </Layout>
  )
}

function NextActions({ page, producer }: { page: PageContext; producer: ProducerRow }): Child {
  const t = portal[page.lang]
  const { status, handle } = producer
  return (
    <p class="actions">
      {status === "refused" ? (
        <a class="button" href="/producer/register/summary">
          {t.refusedNext}
        </a>
      ) : (
        <a class="button" href="/producer/products/new">
          {t.addProduct}
        </a>
      )}
      <a class="button secondary" href="/producer/products">
        {t.products}
      </a>
      {status === "approved" && page.settings.bank ? (
        <a class="button secondary" href="/producer/stall">
          {stall[page.lang].title}
        </a>
      ) : null}
      {status === "approved" ? (
        <a class="button secondary" href="/producer/diary">
          {diary[page.lang].title}
        </a>
      ) : null}
      {status === "approved" ? (
        <a class="button secondary" href="/producer/lots">
          {trace[page.lang].lotsTitle}
        </a>
      ) : null}
      {status === "approved" ? (
        <a class="button secondary" href="/producer/coupons">
          {couponForm[page.lang].toCoupons}
        </a>
      ) : null}
      <a class="button secondary" href="/producer/profile">
        {t.profile}
      </a>
      {status === "approved" && handle ? (
        <a class="button secondary" href={`/market/producers/${handle}`}>
          {t.seeShop}
        </a>
      ) : null}
    </p>
  )
}
