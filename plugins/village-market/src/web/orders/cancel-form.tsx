import type { BuyerPart } from "../../buyer/read-buyer-order"
import type { Wanted } from "../../modules/trade/take-back"
import { goodsOf } from "../../notices/read-part"
import { Choice, ErrorSummary, type FieldErrors } from "../fields"
import { money } from "../format"
import { Layout } from "../layout"
import type { PageContext } from "../page"
import { buyerOrder } from "../text/buyer-order"
import type { OrderLinks } from "./order-page"

type Props = { page: PageContext; part: BuyerPart; links: OrderLinks; errors?: FieldErrors }

/** The field of a line's quantity. */
export const countField = (lineId: string) => `n_${lineId}`

/** Asks which units of which lines; the next page shows what that means before anything happens. */
export function ChooseLines({ page, part, links, errors, key }: Props & { key: string }) {
  const { lang } = page
  const t = buyerOrder[lang]
  return (
    <Layout page={page} title={t.cancelSomeTitle(part.display_no)}>
      <div class="narrow">
        <h1>{t.cancelSomeTitle(part.display_no)}</h1>
        <ErrorSummary lang={lang} errors={errors} />
        <p>{t.cancelSomeHint}</p>
        <form method="get" action={links.act(part, "cancel").split("?")[0]}>
          <input type="hidden" name="key" value={key} />
          <input type="hidden" name="review" value="1" />
          {part.lines
            .filter(({ left }) => left > 0)
            .map((line, index) => (
              <div class="field">
                <label for={index === 0 ? "lines" : line.id}>{t.cancelCount(line.title, line.left, line.unit)}</label>
                <input
                  id={index === 0 ? "lines" : line.id}
                  name={countField(line.id)}
                  type="number"
                  inputmode="numeric"
                  min={0}
                  max={line.left}
                  value={0}
                />
              </div>
            ))}
          <p class="actions">
            <button class="button" type="submit">
              {t.review}
            </button>
            <a class="button secondary" href={links.home}>
              {t.keep}
            </a>
          </p>
        </form>
      </div>
    </Layout>
  )
}

type Confirm = Props & { wanted?: Wanted[]; total: number; once: string; reason?: string; some?: string }

/** The last look before a cancellation: what goes, what it takes off, why. */
export function ConfirmCancel({ page, part, links, errors, wanted, total, once, reason, some }: Confirm) {
  const { lang } = page
  const t = buyerOrder[lang]
  const lines = wanted ?? part.lines.map(({ id, left }) => ({ line_id: id, quantity: left }))
  const going = lines.filter(({ quantity }) => quantity > 0)
  const amount = money(lang, total)
  return (
    <Layout page={page} title={t.cancelTitle(part.display_no, part.producer.name)}>
      <div class="narrow">
        <h1>{t.cancelTitle(part.display_no, part.producer.name)}</h1>
        <ErrorSummary lang={lang} errors={errors} />
        <div class="card">
          <h2>{t.willCancel}</h2>
          <p>{goodsOf(part.lines, going)}</p>
          <p>
            {part.money.paid > 0 ? t.backPaid[part.payment_means](amount) : t.backUnpaid(amount)}
            {part.shipping > 0 ? <small class="meta"> ({t.andShipping})</small> : null}
          </p>
          <p class="meta">{t.othersStay}</p>
        </div>
        <form method="post" action={links.act(part, "cancel")}>
          <input type="hidden" name="once" value={once} />
          {wanted?.map(({ line_id, quantity }) => (
            <input type="hidden" name={countField(line_id)} value={quantity} />
          ))}
          <Choice
            lang={lang}
            name="reason"
            label={t.cancelWhy}
            required
            value={reason}
            errors={errors}
            options={t.cancelReasons.map((text) => ({ value: text, label: text }))}
          />
          <p class="actions">
            <button class="button danger" type="submit">
              {t.cancelNow}
            </button>
            <a class="button secondary" href={links.home}>
              {t.keep}
            </a>
          </p>
          {some ? (
            <p>
              <a href={some}>{t.cancelSome}</a>
            </p>
          ) : null}
        </form>
      </div>
    </Layout>
  )
}
