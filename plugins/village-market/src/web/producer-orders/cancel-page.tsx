import type { OwnOrder } from "../../seller/own-orders"
import { Choice, ErrorSummary, type FieldErrors } from "../fields"
import { Layout } from "../layout"
import type { PageContext } from "../page"
import { orders } from "../text/orders"
import { actAt } from "./next-step"
import { ReasonFields, type ReasonSent } from "./reason-fields"

export type CancelSent = ReasonSent & { much?: string; counts?: Record<string, string> }
type Props = { page: PageContext; order: OwnOrder; once: string; sent?: CancelSent; errors?: FieldErrors }

/** The field of a line's quantity. */
export const countField = (lineId: string) => `n_${lineId}`

/** What to cancel and why: this page is also the last look before it. */
export function CancelPage({ page, order, once, sent = {}, errors }: Props) {
  const { lang } = page
  const t = orders[lang]
  const lines = order.lines.filter(({ left }) => left > 0)
  const choice = lines.length > 1 || lines.some(({ left }) => left > 1)
  return (
    <Layout page={page} title={t.cancelTitle(order.display_no)}>
      <div class="narrow">
        <h1>{t.cancelTitle(order.display_no)}</h1>
        <ErrorSummary lang={lang} errors={errors} />
        <div class="notice warn">
          <p>{t.cancelLead}</p>
          {order.money.paid > 0 ? <p>{t.cancelPaid}</p> : null}
        </div>
        <ul>
          {lines.map((line) => (
            <li>
              <strong>
                {line.left} {line.unit}
              </strong>{" "}
              {line.title}
            </li>
          ))}
        </ul>
        <form method="post" action={actAt(order.id, "cancel")}>
          <input type="hidden" name="once" value={once} />
          {choice ? (
            <>
              <Choice
                lang={lang}
                name="much"
                label={t.howMuch}
                required
                value={sent.much ?? "whole"}
                errors={errors}
                options={[
                  { value: "whole", label: t.whole },
                  { value: "some", label: t.some },
                ]}
              />
              {lines.map((line) => (
                <div class="field">
                  <label for={countField(line.id)}>{t.count(line.title, line.left, line.unit)}</label>
                  <input
                    id={countField(line.id)}
                    name={countField(line.id)}
                    type="number"
                    inputmode="numeric"
                    min={0}
                    max={line.left}
                    value={sent.counts?.[line.id] ?? "0"}
                  />
                </div>
              ))}
            </>
          ) : null}
          <ReasonFields lang={lang} sent={sent} errors={errors} />
          <p class="actions">
            <button class="button danger" type="submit">
              {t.cancelNow}
            </button>
            <a class="button secondary" href={`/producer/orders/${order.id}`}>
              {t.keep}
            </a>
          </p>
        </form>
      </div>
    </Layout>
  )
}
