import { UNUSUAL_PER_PAGE, type UnusualChange } from "../../modules/traceability/lots/read-unusual-changes"
import { dateTime, number } from "../format"
import type { Language } from "../language"
import { lotChanges } from "../text/lot-changes"
import { unusualChanges } from "../text/office/unusual-changes"

type Props = { lang: Language; changes: UnusualChange[]; count: number; page: number }

/** What went in, what came out, and why it was more than usual. */
export function UnusualChanges({ lang, changes, count, page }: Props) {
  const t = unusualChanges[lang]
  if (changes.length === 0) return <p>{t.none}</p>
  const amounts = (parts: UnusualChange["inputs"]) =>
    parts.map(({ title, quantity, unit, code }) => `${title} (${code}): ${number(lang, quantity)} ${unit}`).join("; ")
  return (
    <>
      <ul class="lots">
        {changes.map((change) => (
          <li class="card">
            <h2>{change.producer_name}</h2>
            <dl class="facts">
              <dt>{t.inputs}</dt>
              <dd>{amounts(change.inputs)}</dd>
              <dt>{t.outputs}</dt>
              <dd>{amounts(change.outputs)}</dd>
              <dt>{t.reason}</dt>
              <dd>{[reasonOf(lang, change.reason), change.reason_text].filter(Boolean).join(": ")}</dd>
            </dl>
            <p class="meta">{t.recorded(dateTime(lang, change.recorded_at))}</p>
          </li>
        ))}
      </ul>
      <p class="actions">
        {page > 1 ? <a href={`/office/lot-changes?page=${page - 1}`}>{t.later}</a> : null}
        {page * UNUSUAL_PER_PAGE < count ? <a href={`/office/lot-changes?page=${page + 1}`}>{t.earlier}</a> : null}
      </p>
    </>
  )
}

const reasonOf = (lang: Language, reason: string) =>
  Object.entries(lotChanges[lang].reasons).find(([id]) => id === reason)?.[1] ?? reason
