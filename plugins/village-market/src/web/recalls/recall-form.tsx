import { RECALL_ADVICE, RECALL_REASONS } from "../../modules/traceability/recall/recall-rules"
import type { RecallDeclaration } from "../../workflows/recall-lot"
import { Choice, type FieldErrors, TextArea } from "../fields"
import type { Language } from "../language"
import { recallTexts } from "../text/recall"
import { recallWords } from "../text/recall-words"

export type RecallFormValues = Partial<Record<string, string>>
type Props = {
  lang: Language
  values: RecallFormValues
  errors?: FieldErrors
  action: string
  hidden?: Record<string, string>
}

/** Why and what to do; leads on to the last look. */
export function RecallForm({ lang, values, errors, action, hidden = {} }: Props) {
  const t = recallTexts[lang]
  const words = recallWords[lang]
  return (
    <form method="post" action={action} novalidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="act" value="ask" />
      <Choice
        lang={lang}
        name="reason"
        label={t.reason}
        required
        value={values.reason}
        errors={errors}
        options={RECALL_REASONS.map((value) => ({ value, label: words.reasons[value] }))}
      />
      <TextArea
        lang={lang}
        name="detail"
        label={t.detail}
        hint={t.detailHint}
        rows={2}
        maxlength={300}
        value={values.detail}
        errors={errors}
      />
      <Choice
        lang={lang}
        name="advice"
        label={t.advice}
        required
        value={values.advice}
        errors={errors}
        options={RECALL_ADVICE.map((value) => ({ value, label: words.advice[value] }))}
      />
      <p class="actions">
        <button class="button" type="submit">
          {t.next}
        </button>
      </p>
    </form>
  )
}

type ConfirmProps = {
  lang: Language
  code: string
  declared: RecallDeclaration
  action: string
  back: string
  once: string
  hidden?: Record<string, string>
}

/** Asks once; the key makes two taps one recall. */
export function RecallConfirm({ lang, code, declared, action, back, once, hidden = {} }: ConfirmProps) {
  const t = recallTexts[lang]
  const words = recallWords[lang]
  const fields = { ...hidden, act: "confirm", key: once, ...declared, detail: declared.detail ?? "" }
  return (
    <section class="notice warn" aria-labelledby="confirm">
      <h2 id="confirm">{t.confirmTitle(code)}</h2>
      <p>{t.confirmLead}</p>
      <p>
        <strong>{t.because}:</strong> {words.reasons[declared.reason]}.{declared.detail ? ` ${declared.detail}` : ""}
      </p>
      <p>
        <strong>{t.please}:</strong> {words.advice[declared.advice]}.
      </p>
      <form method="post" action={action} class="actions">
        {Object.entries(fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button class="button danger" type="submit">
          {t.confirm}
        </button>
        <a class="button secondary" href={back}>
          {t.back}
        </a>
      </form>
    </section>
  )
}
