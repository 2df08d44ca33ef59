import { TRADE } from "../../../modules/trade"
import type { ProducerOrder } from "../../../modules/trade/rows"
import { dateTime, money } from "../../../web/format"
import { Layout } from "../../../web/layout"
import { type PageContext, page } from "../../../web/page"
import { orders } from "../../../web/text/orders"
import { phoneOrders } from "../../../web/text/phone-orders"
import type { ProducerRequest } from "../../actors"

/** What is to be packed first, then what has gone. */
export const GET = page<ProducerRequest>(async (req, page) => {
  const t = orders[page.lang]
  const { parts } = await req.scope.resolve(TRADE).listParts({ producer_id: req.producer.id }, { limit: 100 })
  const open = parts.filter(({ handed_over_at, ended_at }) => !handed_over_at && !ended_at).reverse()
  const done = parts.filter(({ handed_over_at, ended_at }) => handed_over_at || ended_at)
  return (
    <Layout page={page} title={t.title}>
      <div class="narrow">
        <h1>{t.title}</h1>
        {parts.length === 0 ? (
          <>
            <p>{t.empty}</p>
            <a class="button" href="/producer/products">
              {t.toProducts}
            </a>
          </>
        ) : null}
        <p>
          <a class="button secondary" href="/producer/orders/new">
            {phoneOrders[page.lang].link}
          </a>
        </p>
        <Group page={page} title={t.open} parts={open} />
        <Group page={page} title={t.done} parts={done} />
      </div>
    </Layout>
  )
})

function Group({ page: { lang }, title, parts }: { page: PageContext; title: string; parts: ProducerOrder[] }) {
  const t = orders[lang]
  if (parts.length === 0) return null
  return (
    <section>
      <h2>
        {title} ({parts.length})
      </h2>
      <ul class="cards">
        {parts.map((part) => (
          <li class="card">
            <h3>
              <a href={`/producer/orders/${part.id}`}>{t.no(part.display_no)}</a>
            </h3>
            <p>
              <span class="tag">{t.status[part.status]}</span> {money(lang, part.total)}
            </p>
            <p class="meta">
              {part.buyer_name}, {dateTime(lang, part.placed_at ?? part.created_at)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
