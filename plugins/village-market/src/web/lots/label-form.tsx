import { labelsOn, SHEET_NAMES, type SheetName } from "../../modules/traceability/labels/sheet-formats"
import { Choice, ErrorSummary, type FieldErrors, Input } from "../fields"
import { number } from "../format"
import type { Language } from "../language"
import { labels } from "../text/labels"

export type LabelValues = { sheet?: string; copies?: string; start?: string; serials?: string }

type Props = {
  lang: Language
  lot: { id: string; left: number; unit: string }
  values: LabelValues
  errors?: FieldErrors
  requestKey: string
  /** What the preview shows; none while something is wrong. */
  shown?: { sheet: SheetName; copies: number; start: number }
}

/** Which paper, how many, from where; the first sheet below. One form, without script: one button looks, one prints. */
export function LabelForm({ lang, lot, values, errors, requestKey, shown }: Props) {
  const t = labels[lang]
  const here = `/producer/lots/${lot.id}/labels`
  const field = (name: "copies" | "start") => ({
    lang,
    name,
    errors,
    value: values[name],
    inputmode: "numeric" as const,
  })
  return (
    <form method="post" action={here} novalidate>
      <ErrorSummary lang={lang} errors={errors} />
      <input type="hidden" name="key" value={requestKey} />
      <Choice
        lang={lang}
        name="sheet"
        label={t.sheet}
        value={values.sheet}
        errors={errors}
        options={SHEET_NAMES.map((value) => ({ value, ...t.sheets[value] }))}
        required
      />
      <Input
        {...field("copies")}
        label={t.copies}
        hint={t.copiesHint(number(lang, lot.left), lot.unit)}
        maxlength={5}
        required
      />
      <Input {...field("start")} label={t.start} hint={t.startHint} maxlength={2} required />
      <label class="option">
        <input type="checkbox" name="serials" value="1" checked={values.serials === "1"} />
        <span>
          {t.serials}
          <small>{t.serialsHint}</small>
        </span>
      </label>
      <p class="actions">
        <button class="button" type="submit">
          {t.print}
        </button>
        <button class="button secondary" type="submit" formmethod="get">
          {t.preview}
        </button>
      </p>
      {shown ? <Preview lang={lang} here={here} {...shown} /> : null}
    </form>
  )
}

function Preview({ lang, here, sheet, copies, start }: { lang: Language; here: string } & NonNullable<Props["shown"]>) {
  const t = labels[lang]
  const onSheet = labelsOn(sheet)
  const used = (start - 1) % onSheet
  const first = Math.min(copies, onSheet - used)
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{t.previewTitle}</h2>
      <p>
        {onSheet === 1
          ? t.rollPages(number(lang, copies))
          : t.pages(number(lang, copies), number(lang, Math.ceil((used + copies) / onSheet)))}
      </p>
      <p>
        <img
          class={onSheet === 1 ? "label-sheet single" : "label-sheet"}
          src={`${here}.svg?sheet=${sheet}&copies=${copies}&start=${start}`}
          alt={t.previewAlt(number(lang, first))}
        />
      </p>
      {t.shortened ? <p class="hint">{t.shortened}</p> : null}
    </section>
  )
}
