import type { OwnLot } from "../../../../modules/traceability/read-lots"
import { movesFrom } from "../../../../modules/trade/producer-order-status"
import type { ProducerOrder, ProducerOrderLine } from "../../../../modules/trade/rows"
import { readablePhone } from "../../../../sms/phone"
import { AheadNote } from "../../../../web/ahead-note"
import { ErrorSummary, type FieldErrors, Select } from "../../../../web/fields"
import { date, dateTime, money } from "../../../../web/format"
import { Layout } from "../../../../web/layout"
import type { PageContext } from "../../../../web/page"
import { orders } from "../../../../web/text/orders"
import type { AheadLine } from "../../../../workflows/reads/ahead-lines"

type Props = {
  page: PageContext
  part: ProducerOrder
  lines: ProducerOrderLine[]
  lots: OwnLot[]
  served: { line_id: string; code: string }[]
  ahead: AheadLine[]
  address: string
  errors?: FieldErrors
}

/** All a household needs to pack a part and hand it over, on one screen; prints as a packing slip. */
export function PackingPage({ page, part, lines, lots, served, ahead, address, errors }: Props) {
  const { lang } = page
  const t = orders[lang]
  return (
    <Layout page={page} title={t.no(part.display_no)}>
      <div class="narrow">
        <h1>{t.no(part.display_no)}</h1>
        <ErrorSummary lang={lang} errors={errors} />
        <p>
          <span class="tag">{t.status[part.status]}</span>
        </p>
        <p class={`notice ${part.payment_means === "cash" && part.cash_collected === 0 ? "warn" : "good"}`}>
          {moneyLine(page, part)}
        </p>
        <section class="card">
          <h2>{t.pack}</h2>
          <ul>
            {lines.map((line) => (
              <li>
                <strong>
                  {line.quantity} {line.unit}
                </strong>{" "}
                {line.title}
                {served
                  .filter(({ line_id }) => line_id === line.id)
                  .map(({ code }) => (
                    <>
                      {" "}
                      <a href={`/lot/${code}`}>{code}</a>
                    </>
                  ))}
                <AheadNote lang={lang} ahead={ahead} line={line} />
              </li>
            ))}
          </ul>
        </section>
        <section class="card">
          <h2>{t.buyer}</h2>
          <p>
            <strong>{part.buyer_name}</strong>
            <br />
            {address}
          </p>
          <p>
            <a class="button secondary" href={`tel:${part.buyer_phone}`}>
              {t.call}: {readablePhone(part.buyer_phone)}
            </a>
          </p>
          <p class="hint">{t.privacy}</p>
        </section>
        <dl class="totals">
          <dt>{t.goods}</dt>
          <dd>{money(lang, part.goods - part.discount)}</dd>
          <dt>
            {t.shipping} ({part.shipping_name})
          </dt>
          <dd>{money(lang, part.shipping)}</dd>
          <dt>{t.total}</dt>
          <dd>
            <strong>{money(lang, part.total)}</strong>
          </dd>
        </dl>
        {movesFrom(part.status, "producer").includes("hand_over") ? (
          <HandOverForm page={page} part={part} lines={lines} lots={lots} />
        ) : null}
        {part.handed_over_at ? <p>{t.handedOver(dateTime(lang, part.handed_over_at))}</p> : null}
        <p>
          <a href="/producer/orders">{t.back}</a>
        </p>
      </div>
    </Layout>
  )
}

function moneyLine({ lang }: PageContext, part: ProducerOrder): string {
  const t = orders[lang]
  if (part.payment_means === "vnpay") return t.paid
  return part.cash_collected > 0 ? t.cashTaken(money(lang, part.cash_collected)) : t.cashDue(money(lang, part.total))
}

type FormProps = { page: PageContext; part: ProducerOrder; lines: ProducerOrderLine[]; lots: OwnLot[] }

function HandOverForm({ page: { lang }, part, lines, lots }: FormProps) {
  const t = orders[lang]
  return (
    <form method="post" action={`/producer/orders/${part.id}`} class="card" id="hand_over" novalidate>
      {lines.map((line) => {
        const enough = lots.filter(
          (lot) => lot.listing_id === line.listing_id && lot.quantity - lot.allocated >= line.quantity,
        )
        if (enough.length === 0) return null
        return (
          <Select
            lang={lang}
            name={`lot_${line.id}`}
            label={t.lot(line.title)}
            hint={t.lotHint}
            empty={t.noLot}
            value={enough[0]?.id}
            options={enough.map(({ id, code, made_on }) => ({ value: id, label: `${code} (${date(lang, made_on)})` }))}
          />
        )
      })}
      {part.payment_means === "cash" ? (
        <label class="option">
          <input type="checkbox" id="cash_collected" name="cash_collected" value="yes" required />
          <span>{t.cashConfirm(money(lang, part.total))}</span>
        </label>
      ) : null}
      <p class="hint">{t.handOverHint}</p>
      <button class="button" type="submit">
        {t.handOver}
      </button>
    </form>
  )
}
