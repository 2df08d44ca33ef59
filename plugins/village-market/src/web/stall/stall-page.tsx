import type { stallSalesOfToday } from "../../seller/stall"
import type { OwnListing } from "../../workflows/reads/own-listings"
import { ErrorSummary, type FieldErrors, Input, Select } from "../fields"
import { money, timeOfDay } from "../format"
import { Layout } from "../layout"
import type { PageContext } from "../page"
import { stall } from "../text/stall"

type Values = Record<string, string | undefined>
type Today = Awaited<ReturnType<typeof stallSalesOfToday>>

type Props = {
  page: PageContext
  goods: OwnListing[]
  today: Today
  /** What was typed, and the key by which a second tap is the same sale. */
  values: Values & { key: string }
  errors?: FieldErrors
}

/** Key in an amount, show a QR; below it what was sold today. */
export function StallPage({ page, goods, today, values, errors }: Props) {
  const { lang } = page
  const t = stall[lang]
  return (
    <Layout page={page} title={t.title}>
      <div class="narrow">
        <h1>{t.title}</h1>
        <ErrorSummary lang={lang} errors={errors} />
        <form method="post" action="/producer/stall" novalidate>
          <p>{t.lead}</p>
          <input type="hidden" name="key" value={values.key} />
          <Input
            {...{ lang, errors }}
            name="amount"
            label={t.amount}
            hint={t.amountHint}
            inputmode="numeric"
            maxlength={20}
            suffix="đ"
            value={values.amount}
          />
          {goods.length > 0 ? (
            <>
              <Select
                {...{ lang, errors }}
                name="listing_id"
                label={t.goods}
                hint={t.goodsHint}
                empty={t.sundry}
                value={values.listing_id}
                options={goods.map(({ listing, title, price, stock, reserved }) => ({
                  value: listing.id,
                  label: t.goodsOption(title, money(lang, price), stock - reserved),
                }))}
              />
              <Input
                {...{ lang, errors }}
                name="quantity"
                label={t.quantity}
                inputmode="numeric"
                maxlength={3}
                value={values.quantity ?? "1"}
              />
            </>
          ) : null}
          <Input
            {...{ lang, errors }}
            name="description"
            label={t.description}
            hint={t.descriptionHint}
            maxlength={60}
            value={values.description}
          />
          <button class="button" type="submit">
            {t.show}
          </button>
        </form>
        <Sales page={page} today={today} />
      </div>
    </Layout>
  )
}

function Sales({ page: { lang }, today }: { page: PageContext; today: Today }) {
  const t = stall[lang]
  const { sales, count, total } = today
  return (
    <section aria-labelledby="today">
      <h2 id="today">{t.today}</h2>
      {sales.length === 0 ? <p>{t.none}</p> : <p class="notice good">{t.total(count, money(lang, total))}</p>}
      <ul class="stall-sales">
        {sales.map(({ id, amount, quantity, title, description, state, created_at }) => (
          <li>
            <a href={`/producer/stall/${id}`}>
              <strong>{money(lang, amount)}</strong> {title ? `${quantity} × ${title}` : (description ?? t.sundryName)}
            </a>
            <br />
            <span class="meta">
              {timeOfDay(lang, created_at)} · {t.state[state]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
