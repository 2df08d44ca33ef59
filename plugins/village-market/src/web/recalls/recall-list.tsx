import { RECALLS_PER_PAGE, type Recall } from "../../modules/traceability/recall/read-recalls"
import { dateTime } from "../format"
import type { Language } from "../language"
import { recallTexts } from "../text/recall"
import { recallWords } from "../text/recall-words"

type Props = { lang: Language; recalls: Recall[]; count: number; page: number }

/** Recalls of an area, those that stand first. */
export function RecallList({ lang, recalls, count, page }: Props) {
  const t = recallTexts[lang]
  if (recalls.length === 0) return <p>{t.officeNone}</p>
  return (
    <>
      <ul class="lots">
        {recalls.map((recall) => (
          <li class="card">
            <h2>
              <a href={`/office/recalls/${recall.id}`}>
                {recall.lot_title} · <span class="lot-code">{recall.lot_code}</span>
              </a>
            </h2>
            <p>
              {recall.lifted ? (
                <span class="tag good">{t.liftedOn(dateTime(lang, recall.lifted.at))}</span>
              ) : (
                <span class="tag bad">{t.stands}</span>
              )}{" "}
              {recall.producer_name} · {recallWords[lang].reasons[recall.reason]}
            </p>
            <p class="meta">
              {t.recalledOn} {dateTime(lang, recall.at)} · {t.progress} {progress(lang, recall)}
            </p>
          </li>
        ))}
      </ul>
      <p class="actions">
        {page > 1 ? <a href={`/office/recalls?page=${page - 1}`}>{t.later}</a> : null}
        {page * RECALLS_PER_PAGE < count ? <a href={`/office/recalls?page=${page + 1}`}>{t.earlier}</a> : null}
      </p>
    </>
  )
}

/** Told by machine or by a call, of all orders. */
function progress(lang: Language, { reach }: Recall): string {
  const all = reach.sent + reach.to_send + reach.failed + reach.no_contact + reach.dropped + reach.called
  return recallTexts[lang].progressOf(reach.sent + reach.called, all)
}
