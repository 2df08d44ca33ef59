import type { RecallPreview } from "../../modules/traceability/recall/preview"
import type { Language } from "../language"
import { recallTexts } from "../text/recall"

/** What a recall would touch, before anybody decides. `orderAt` leads to an order where the reader has a page of it. */
export function RecallPreviewView({
  lang,
  preview,
  orderAt,
}: {
  lang: Language
  preview: RecallPreview
  orderAt?: (partId: string) => string
}) {
  const t = recallTexts[lang]
  const { lots, waiting, buyers, unknown, other_households } = preview
  const all = buyers.email + buyers.sms + buyers.no_contact
  return (
    <section class="card" aria-labelledby="touched">
      <h2 id="touched">{t.previewTitle}</h2>
      <ul>
        <li>
          {t.lots(lots.length)}
          <ul>
            {lots.map(({ code, title, producer_name }) => (
              <li>
                <span class="lot-code">{code}</span> {title}
                {other_households > 0 && !orderAt ? ` · ${producer_name}` : ""}
              </li>
            ))}
          </ul>
        </li>
        {other_households > 0 ? <li>{t.others(other_households)}</li> : null}
        <li>
          {t.waiting(waiting.length)}
          {waiting.length > 0 ? (
            <ul>
              {waiting.map(({ display_no, part_id, quantity, unit, title }) => (
                <li>
                  {t.order} {orderAt ? <a href={orderAt(part_id)}>{display_no}</a> : display_no}: {quantity} {unit}{" "}
                  {title}
                </li>
              ))}
            </ul>
          ) : null}
        </li>
        <li>
          {t.buyers(all)}
          {all > 0 ? (
            <ul>
              {buyers.email > 0 ? <li>{t.byEmail(buyers.email)}</li> : null}
              {buyers.sms > 0 ? <li>{t.bySms(buyers.sms)}</li> : null}
              {buyers.no_contact > 0 ? <li>{t.byNone(buyers.no_contact)}</li> : null}
            </ul>
          ) : null}
        </li>
        {unknown > 0 ? <li>{t.unknown(unknown)}</li> : null}
      </ul>
    </section>
  )
}
