import type { OwnOrder } from "../../seller/own-orders"
import { readablePhone } from "../../sms/phone"
import { AheadNote } from "../ahead-note"
import { CashTakings } from "../cash/cash-takings"
import { ErrorSummary, type FieldErrors } from "../fields"
import { dateTime, money } from "../format"
import { Layout } from "../layout"
import type { PageContext } from "../page"
import { HeldGoods } from "../recalls/held-goods"
import { orders } from "../text/orders"
import { qr } from "../text/qr"
import { NextStep } from "./next-step"
import { OwnReturns } from "./own-returns"

export type OrderDone = keyof (typeof orders)["vi"]["done"]
type Props = { page: PageContext; order: OwnOrder; done?: OrderDone; errors?: FieldErrors }
type Part = { page: PageContext; order: OwnOrder }

/** All a household needs to answer, pack and bring an order, on one page. */
export function OwnOrderPage({ page, order, done, errors }: Props) {
  const { lang } = page
  const t = orders[lang]
  const ended = order.status === "cancelled" || order.status === "returned"
  return (
    <Layout page={page} title={t.no(order.display_no)}>
      <div class="narrow">
        <h1>{t.no(order.display_no)}</h1>
        <ErrorSummary lang={lang} errors={errors} />
        {done ? (
          <p class="notice good" role="status">
            {t.done[done]}
          </p>
        ) : null}
        <p>
          <span class={ended ? "tag bad" : order.status === "placed" ? "tag warn" : "tag good"}>
            {t.status[order.status]}
          </span>
        </p>
        <p class={`notice ${order.money.to_collect > 0 ? "warn" : "good"}`}>{moneyLine(page, order)}</p>
        <OwnReturns page={page} order={order} />
        <HeldGoods page={page} order={order} />
        <NextStep page={page} order={order} />
        <Goods page={page} order={order} />
        {ended ? null : <Receiver page={page} order={order} />}
        <Money page={page} order={order} />
        <History page={page} order={order} />
        <p>
          <a href="/producer/orders">{t.back}</a>
        </p>
      </div>
    </Layout>
  )
}

function moneyLine({ lang }: PageContext, { payment_means, collected_by, money: sums, status }: OwnOrder): string {
  const t = orders[lang]
  if (sums.to_collect > 0) return t.toCollect(money(lang, sums.to_collect))
  if (status === "cancelled" || (payment_means === "cash" && sums.paid === 0)) return t.nothingToPay
  if (collected_by === "bank") return qr[lang].arrivedLead(money(lang, sums.paid))
  return payment_means !== "cash" ? t.paid[payment_means] : t.cashTaken(money(lang, sums.paid))
}

function Goods({ page: { lang }, order }: Part) {
  const t = orders[lang]
  const packing = order.may.includes("hand_over")
  const at = `/producer/orders/${order.id}`
  const ended = order.status === "cancelled" || order.status === "returned"
  return (
    <section class="card">
      <h2>{packing ? t.pack : t.goodsOf}</h2>
      <ul>
        {order.lines.map((line) => (
          <li>
            <strong>
              {packing ? line.left : line.quantity} {line.unit}
            </strong>{" "}
            {line.title}
            <AheadNote lang={lang} ahead={order.ahead} line={line} />
            {line.cancelled > 0 ? ` (${t.cancelledOf(line.cancelled, line.unit)})` : null}
            {line.returned > 0 ? ` (${t.returnedOf(line.returned, line.unit)})` : null}
            {line.lots.map((code) => (
              <>
                {" "}
                <a href={`/lot/${code}`}>{code}</a>
              </>
            ))}
          </li>
        ))}
      </ul>
      {ended ? null : (
        <nav class="papers" aria-label={t.print}>
          <a class="button secondary" href={`${at}/slip.pdf`}>
            {t.slipA6}
          </a>
          <a class="button secondary" href={`${at}/label.pdf`}>
            {t.label}
          </a>
          <a href={`${at}/slip.pdf?size=a4`}>{t.slipA4}</a>
          <a href={`${at}/label.pdf?phone=yes`}>{t.labelPhone}</a>
        </nav>
      )}
    </section>
  )
}

function Receiver({ page: { lang }, order }: Part) {
  const t = orders[lang]
  const facts: [string, string | null][] = [
    [t.delivery, order.shipping_name],
    [t.carrier, order.carrier],
    [t.tracking, order.tracking_code],
  ]
  return (
    <section class="card">
      <h2>{t.buyer}</h2>
      <p>
        <strong>{order.buyer_name}</strong>
        <br />
        {order.delivery_kind === "delivery" ? order.address : (order.pickup_place ?? order.address)}
      </p>
      <p>
        <a class="button secondary" href={`tel:${order.buyer_phone}`}>
          {t.call}: {readablePhone(order.buyer_phone)}
        </a>
      </p>
      <dl class="facts">
        {facts.map(([name, value]) =>
          value ? (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          ) : null,
        )}
      </dl>
      <p class="hint">{t.privacy}</p>
    </section>
  )
}

function Money({ page: { lang }, order }: Part) {
  const t = orders[lang]
  const rows: [string, number][] = [
    [t.goods, order.goods],
    [t.discount, -order.discount],
    [`${t.shipping} (${order.shipping_name})`, order.shipping],
    [t.takenOff, -order.money.taken_off],
  ]
  return (
    <section>
      <h2>{t.money}</h2>
      <dl class="totals">
        {rows
          .filter(([, amount]) => amount !== 0)
          .map(([name, amount]) => (
            <>
              <dt>{name}</dt>
              <dd>{money(lang, amount)}</dd>
            </>
          ))}
        <dt>{t.total}</dt>
        <dd>
          <strong>{money(lang, order.money.costs)}</strong>
        </dd>
      </dl>
      <CashTakings
        lang={lang}
        takings={order.cash_takings}
        receiptAt={(id) => `/producer/orders/${order.id}/receipts/${id}`}
      />
      {order.refunds.map(({ amount, means, done }) => (
        <p class={done ? "notice good" : "notice"}>
          {done ? t.refunded(money(lang, amount)) : t.goingBack[means](money(lang, amount))}
        </p>
      ))}
    </section>
  )
}

function History({ page: { lang }, order }: Part) {
  const t = orders[lang]
  const reasons: Record<string, string> = t.returnReason
  return (
    <details>
      <summary>{t.history}</summary>
      <ol class="history">
        {order.history.map(({ act, by, reason, at, total }) => (
          <li>
            <strong>{t.act[act] ?? act}</strong> ({t.by[by]})
            {total !== null && total > 0 ? `: ${money(lang, total)}` : null}
            <br />
            <span class="meta">{dateTime(lang, at)}</span>
            {reason ? <span class="meta"> · {reasons[reason] ?? reason}</span> : null}
          </li>
        ))}
      </ol>
    </details>
  )
}
