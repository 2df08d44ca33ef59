import { type FieldErrors, TextArea } from "../fields"
import type { Language } from "../language"
import { orders } from "../text/orders"

export type ReasonSent = { suggested?: string; reason?: string }

/** A reason from a short list or in own words; what is written counts. */
export const reasonOf = ({ suggested, reason }: ReasonSent): string => reason?.trim() || suggested?.trim() || ""

/** A short list to choose from and a field for own words. */
export function ReasonFields({ lang, sent, errors }: { lang: Language; sent: ReasonSent; errors?: FieldErrors }) {
  const t = orders[lang]
  return (
    <>
      <fieldset class="field choice">
        <legend>{t.reason}</legend>
        {t.cancelReasons.map((text) => (
          <label class="option">
            <input type="radio" name="suggested" value={text} checked={sent.suggested === text} />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      <TextArea
        lang={lang}
        name="reason"
        label={t.reasonOwn}
        hint={t.reasonOwnHint}
        rows={2}
        maxlength={300}
        value={sent.reason}
        errors={errors}
      />
    </>
  )
}
