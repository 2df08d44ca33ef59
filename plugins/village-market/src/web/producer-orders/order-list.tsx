import type { OwnOrders } from "../../seller/own-orders"
import { timeLeft } from "../../seller/time-left"
import { ErrorSummary, type FieldErrors } from "../fields"
import { dateTime, money } from "../format"
import { Layout } from "../layout"
import type { PageContext } from "../page"
import { orders } from "../text/orders"
import { phoneOrders } from "../text/phone-orders"
import { type Asked, addressOf, HOME, Search, Tabs } from "./order-search"

type Props = {
  page: PageContext
  found: OwnOrders
  asked: Asked
  limit: number
  offset: number
  errors?: FieldErrors
}
type Lang = PageContext["lang"]

/** Orders a label is of use for. */
const LABELLED = ["placed", "accepted", "packed", "handed_over"]

/** A producer's orders: states as tabs with their counts, a search, cards, and labels for those that are ticked. */
export function OrderList({ page, found, asked, limit, offset, errors }: Props) {
  const { lang } = page
  const t = orders[lang]
  const { counts, count } = found
  if (counts.all === 0) {
    return (
      <Layout page={page} title={t.title}>
        <div class="narrow">
          <h1>{t.title}</h1>
          <p>{t.empty}</p>
          <p class="actions">
            <a class="button" href="/producer/products">
              {t.toProducts}
            </a>
            <ByPhone lang={lang} />
          </p>
        </div>
      </Layout>
    )
  }
  return (
    <Layout page={page} title={t.title}>
      <h1>{t.title}</h1>
      <p>
        <ByPhone lang={lang} />
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <Tabs lang={lang} asked={asked} counts={counts} />
      <Search lang={lang} asked={asked} />
      {count === 0 ? (
        <div class="notice">
          <p>{t.nothingFound}</p>
          <p>
            <a href={HOME}>{t.showAll}</a>
          </p>
        </div>
      ) : (
        <>
          <p role="status">{t.found(count)}</p>
          <Cards lang={lang} found={found} />
          <Pages lang={lang} asked={asked} count={count} limit={limit} offset={offset} />
        </>
      )}
    </Layout>
  )
}

const ByPhone = ({ lang }: { lang: Lang }) => (
  <a class="button secondary" href="/producer/orders/new">
    {phoneOrders[lang].link}
  </a>
)

function Cards({ lang, found }: { lang: Lang; found: OwnOrders }) {
  const t = orders[lang]
  const printable = found.orders.some(({ status }) => LABELLED.includes(status))
  return (
    <form method="get" action="/producer/orders/labels.pdf">
      <ul class="cards">
        {found.orders.map((order) => (
          <Card lang={lang} order={order} />
        ))}
      </ul>
      {printable ? (
        <div class="card">
          <label class="option">
            <input type="checkbox" name="phone" value="yes" />
            <span>
              {t.printPhone}
              <small>{t.printPhoneHint}</small>
            </span>
          </label>
          <button class="button secondary" type="submit">
            {t.printLabels}
          </button>
        </div>
      ) : null}
    </form>
  )
}

function Card({ lang, order }: { lang: Lang; order: OwnOrders["orders"][number] }) {
  const t = orders[lang]
  const left = order.status === "placed" && order.answer_by ? timeLeft(order.answer_by) : undefined
  // Of an order that came to nothing, what it was.
  const there = order.lines.filter((line) => line.left > 0)
  return (
    <li class="card">
      <h2>
        <a href={`${HOME}/${order.id}`}>{t.no(order.display_no)}</a>
      </h2>
      <p>
        <span class={order.status === "placed" ? "tag warn" : "tag"}>{t.status[order.status]}</span>{" "}
        {left ? <span class={left.over ? "tag bad" : "tag"}>{t.timeLeft(left)}</span> : null}
        {order.open_returns > 0 ? <span class="tag warn">{t.openReturns(order.open_returns)}</span> : null}
      </p>
      <p>
        {(there.length > 0 ? there : order.lines.map((line) => ({ ...line, left: line.quantity })))
          .map((line) => `${line.left} ${line.unit} ${line.title}`)
          .join(", ")}
      </p>
      <p>
        <strong>{money(lang, order.due)}</strong>
      </p>
      <p class="meta">
        {order.buyer_name}, {dateTime(lang, order.placed_at ?? order.created_at)}
      </p>
      {LABELLED.includes(order.status) ? (
        <label class="option">
          <input type="checkbox" name="ids" value={order.id} />
          <span>{t.chooseForLabel(order.display_no)}</span>
        </label>
      ) : null}
    </li>
  )
}

type PagesProps = { lang: Lang; asked: Asked; count: number; limit: number; offset: number }

function Pages({ lang, asked, count, limit, offset }: PagesProps) {
  const t = orders[lang]
  if (count <= limit && offset === 0) return null
  const to = (start: number) => addressOf({ ...asked, offset: start > 0 ? String(start) : "" })
  return (
    <nav class="actions" aria-label={t.pages}>
      {offset > 0 ? (
        <a class="button secondary" href={to(Math.max(0, offset - limit))}>
          {t.newer}
        </a>
      ) : null}
      {offset + limit < count ? (
        <a class="button secondary" href={to(offset + limit)}>
          {t.older}
        </a>
      ) : null}
    </nav>
  )
}
