import type { ChecklistItem } from "../../modules/traceability/profile/checklist"
import { countMissing } from "../../modules/traceability/profile/checklist"
import type { TraceField } from "../../modules/traceability/profile/trace-fields"
import { date } from "../format"
import type { Language } from "../language"
import { lotProfile } from "../text/lot-profile"

type ProfileProps = {
  lang: Language
  items: ChecklistItem[]
  today: string
  /** Where a missing field is given; nothing for those who only look. */
  fixAt?: (field: TraceField) => string | undefined
}

/** The checklist, one entry a field: laws that ask for the same thing stand together. */
export function ProfileChecklist({ lang, items, today, fixAt }: ProfileProps) {
  const t = lotProfile[lang]
  const fields = byField(items)
  const missing = fields.filter(([, asked]) => countMissing(asked) > 0).length
  return (
    <>
      <p class={missing === 0 ? "notice good" : "notice warn"}>{missing === 0 ? t.whole : t.missingSome(missing)}</p>
      <ul class="trace-fields">
        {fields.map(([field, asked]) => (
          <Field lang={lang} field={field} asked={asked} today={today} fix={fixAt?.(field)} />
        ))}
      </ul>
    </>
  )
}

/** How many different fields are missing, however many laws ask for each. */
export const missingFields = (items: ChecklistItem[]) =>
  byField(items).filter(([, asked]) => countMissing(asked) > 0).length

function byField(items: ChecklistItem[]): [TraceField, ChecklistItem[]][] {
  const fields = new Map<TraceField, ChecklistItem[]>()
  for (const item of items) fields.set(item.rule.field, [...(fields.get(item.rule.field) ?? []), item])
  return [...fields]
}

type FieldProps = { lang: Language; field: TraceField; asked: ChecklistItem[]; today: string; fix?: string }
const TAG = { present: "tag good", missing: "tag bad", not_applicable: "tag" } as const

function Field({ lang, field, asked, today, fix }: FieldProps) {
  const t = lotProfile[lang]
  // The strictest of the laws decides: what is missing for one of them is missing.
  const item = asked.find(({ state }) => state === "missing") ?? asked[0]
  if (!item) return null
  const fixes: Partial<Record<TraceField, string>> = t.fix
  return (
    <li class="card">
      <h3>
        {item.rule[`name_${lang}`]} <span class={TAG[item.state]}>{t.state[item.state]}</span>
      </h3>
      {item.state === "present" ? <Values lang={lang} field={field} values={item.values} today={today} /> : null}
      {item.state === "not_applicable" ? <p>{t.reason[item.reason]}</p> : null}
      {item.state === "missing" && fix ? (
        <p>
          <a href={fix}>{fixes[field]}</a>
        </p>
      ) : null}
      <details>
        <summary>{t.askedBy}</summary>
        <ul>
          {asked.map(({ rule }) => (
            <li>
              {t.since(rule.basis, date(lang, rule.valid_from))}
              {rule.valid_to ? ` ${t.until(date(lang, rule.valid_to))}` : ""}.{" "}
              <span class="meta">{t.certainty[rule.certainty]}</span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}

type ValuesProps = { lang: Language; field: TraceField; values: string[]; today: string }

function Values({ lang, field, values, today }: ValuesProps) {
  if (field === "image")
    return (
      <p class="trace-photos">
        {values.slice(0, 4).map((src) => (
          <img src={src} alt="" width="96" height="96" loading="lazy" />
        ))}
      </p>
    )
  return (
    <>
      {values.map((value) => (
        <p class="as-typed">{wordsOf(lang, field, value, today)}</p>
      ))}
    </>
  )
}

function wordsOf(lang: Language, field: TraceField, value: string, today: string) {
  if (field === "expiry") return value < today ? lotProfile[lang].expired(date(lang, value)) : date(lang, value)
  if (field === "made_on") return date(lang, value)
  return value
}
