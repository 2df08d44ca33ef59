import type { OwnOrder } from "../../seller/own-orders"
import { timeLeft } from "../../seller/time-left"
import { CashFields } from "../cash/cash-fields"
import { date, dateTime, money } from "../format"
import type { PageContext } from "../page"
import { orders } from "../text/orders"
import { HandOverForm } from "./hand-over-form"

type Props = { page: PageContext; order: OwnOrder }
type Lang = PageContext["lang"]

/** Where a deed's form goes. */
export const actAt = (id: string, act: string) => `/producer/orders/${id}/${act}`

/** The one thing to do now, large; what else is possible stands below it. */
export function NextStep({ page, order }: Props) {
  const t = orders[page.lang]
  return (
    <section class="card next-step" aria-labelledby="next">
      <h2 id="next">{t.next}</h2>
      <Step page={page} order={order} />
      {order.may.includes("cancel") ? (
        <p>
          <a href={actAt(order.id, "cancel")}>{order.status === "placed" ? t.decline : t.cancelPart}</a>
        </p>
      ) : null}
    </section>
  )
}

function Step({ page, order }: Props) {
  const { lang } = page
  const t = orders[lang]
  switch (order.status) {
    case "placed":
      return (
        <>
          {order.answer_by ? <TimeToAnswer lang={lang} by={order.answer_by} /> : null}
          <p>{t.acceptLead}</p>
          <Press id={order.id} act="accept" label={t.accept} />
          <Ahead page={page} order={order} packed={false} />
        </>
      )
    case "accepted":
      return (
        <>
          <p>{t.packLead}</p>
          <Press id={order.id} act="pack" label={t.packDone} />
          <Ahead page={page} order={order} packed />
        </>
      )
    case "packed":
      return (
        <>
          <HandOverForm page={page} order={order} />
          <Press id={order.id} act="unpack" label={t.unpack} secondary />
        </>
      )
    case "handed_over":
      return <Deliver page={page} order={order} />
    case "delivered":
      return (
        <>
          <CollectCash page={page} order={order} />
          <p>{order.return_until ? t.waitReturn(date(lang, order.return_until)) : t.noMore}</p>
        </>
      )
    default:
      return order.handed_over_at && order.money.to_collect > 0 ? (
        <CollectCash page={page} order={order} />
      ) : (
        <p>{t.noMore}</p>
      )
  }
}

/** For a household that has packed or brought the goods before it touched the phone. */
function Ahead({ page, order, packed }: Props & { packed: boolean }) {
  const t = orders[page.lang]
  return (
    <details>
      <summary>{t.skipAhead}</summary>
      {packed ? null : <Press id={order.id} act="pack" label={t.packDone} secondary />}
      <HandOverForm page={page} order={order} />
    </details>
  )
}

function TimeToAnswer({ lang, by }: { lang: Lang; by: Date }) {
  const t = orders[lang]
  const left = timeLeft(by)
  return (
    <div class={left.over ? "errors" : "notice warn"}>
      <p>
        <strong>{t.timeLeft(left)}.</strong> {left.over ? null : t.answerBy(dateTime(lang, by))}
      </p>
    </div>
  )
}

function Deliver({ page, order }: Props) {
  const { lang } = page
  const t = orders[lang]
  const { to_collect } = order.money
  return (
    <form method="post" action={actAt(order.id, "deliver")} id="deliver">
      <p>{t.deliverLead}</p>
      {to_collect > 0 ? <CashFields page={page} order={order} confirm hint={t.deliverCashHint} /> : null}
      <button class="button" type="submit">
        {t.delivered}
      </button>
    </form>
  )
}

/** The buyer has the goods, and the money is still on its way. */
function CollectCash({ page, order }: Props) {
  const { lang } = page
  const t = orders[lang]
  const { to_collect } = order.money
  if (to_collect === 0) return null
  return (
    <>
      <p>{t.collectLead(money(lang, to_collect))}</p>
      <form method="post" action={actAt(order.id, "collect-cash")} id="collect_cash">
        <CashFields page={page} order={order} confirm={false} />
        <button class="button" type="submit">
          {t.collect}
        </button>
      </form>
    </>
  )
}

type PressProps = { id: string; act: string; label: string; secondary?: boolean }

const Press = ({ id, act, label, secondary = false }: PressProps) => (
  <form method="post" action={actAt(id, act)} class="press">
    <button class={secondary ? "button secondary" : "button"} type="submit">
      {label}
    </button>
  </form>
)
