import type { OwnStallSale } from "../../seller/stall"
import { money } from "../format"
import { Layout } from "../layout"
import type { PageContext } from "../page"
import { LookedAt, QrCard } from "../qr/qr-card"
import { qr } from "../text/qr"
import { stall } from "../text/stall"

type Props = {
  page: PageContext
  sale: OwnStallSale
  /** The part of its order, once there is one. */
  partId?: string
  here: string
  looking: boolean
  error?: string
}

/** The QR of one sale for the passer-by, then what has become of it. */
export function SalePage({ page, sale, partId, here, looking, error }: Props) {
  const { lang } = page
  const t = stall[lang]
  const { state, transfer, amount } = sale
  const lookedAt = transfer?.looked_at ?? 0
  const arrived = state === "arrived" || state === "sold"
  return (
    <Layout page={page} title={t.saleTitle}>
      <div class="narrow">
        <h1>{arrived ? qr[lang].arrived : t.saleTitle}</h1>
        {error ? (
          <div class="errors" role="alert">
            <p>{error}</p>
          </div>
        ) : null}
        {arrived ? (
          <div class="notice good arrived" role="status">
            <p>{t.arrivedLead(money(lang, amount))}</p>
          </div>
        ) : null}
        {lookedAt > 0 && !arrived ? <p class="notice warn">{t.looking(money(lang, lookedAt))}</p> : null}
        {state === "over" || state === "cancelled" || state === "returned" ? (
          <p class="notice warn" role="status">
            {t[`${state}Lead`]}
          </p>
        ) : null}
        {state === "open" && transfer ? (
          <>
            <QrCard page={page} transfer={transfer} here={here} />
            <LookedAt page={page} here={here} looking={looking} />
            <form method="post" action={`${here}/cancel`}>
              <button class="button secondary" type="submit">
                {t.cancel}
              </button>
            </form>
          </>
        ) : null}
        <p class="actions">
          {partId ? (
            <a class="button secondary" href={`/producer/orders/${partId}`}>
              {t.toOrder}
            </a>
          ) : null}
          <a class={state === "open" ? "button secondary" : "button"} href="/producer/stall">
            {t.next}
          </a>
        </p>
      </div>
    </Layout>
  )
}
