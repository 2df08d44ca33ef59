import type { CraftStep } from "../../modules/traceability/diary/vocabulary"
import { dateInVietnam } from "../../modules/traceability/lots/lot-time"
import { Choice, ErrorSummary, type FieldErrors, Input } from "../fields"
import type { Language } from "../language"
import { trace } from "../text/trace"

export type StepFormValues = { step?: string; happened_at?: string; note?: string }

type StepFormProps = {
  lang: Language
  words: CraftStep[]
  requestKey: string
  values?: StepFormValues
  errors?: FieldErrors
}

/** One step of a lot: what, when, and a note for buyers. */
export function StepForm({ lang, words, requestKey, values = {}, errors }: StepFormProps) {
  const t = trace[lang]
  return (
    <form method="post" class="narrow" novalidate>
      <ErrorSummary lang={lang} errors={errors} />
      <input type="hidden" name="key" value={requestKey} />
      <Choice
        lang={lang}
        name="step"
        label={t.stepWhich}
        required
        options={words.map((word) => ({ value: word.id, label: word[lang] }))}
        value={values.step}
        errors={errors}
      />
      <Input
        lang={lang}
        name="happened_at"
        label={t.stepWhen}
        type="date"
        required
        value={values.happened_at ?? dateInVietnam()}
        errors={errors}
      />
      <Input
        lang={lang}
        name="note"
        label={t.note}
        hint={t.noteHint}
        maxlength={200}
        value={values.note}
        errors={errors}
      />
      <p class="notice">{t.forEver}</p>
      <button class="button" type="submit">
        {t.stepSave}
      </button>
    </form>
  )
}
