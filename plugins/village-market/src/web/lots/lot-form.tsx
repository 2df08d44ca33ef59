import { type CraftStep, stepsFor } from "../../modules/traceability/diary/vocabulary"
import { dateInVietnam } from "../../modules/traceability/lots/lot-time"
import type { OwnProduct } from "../../modules/traceability/lots/read-lots"
import { ErrorSummary, type FieldErrors, Input } from "../fields"
import type { Language } from "../language"
import { trace } from "../text/trace"

/** What the browser sent, as it sent it, so that a wrong form comes back filled in. */
export type LotFormValues = Record<string, string | undefined>

type LotFormProps = {
  lang: Language
  product: OwnProduct
  vocabulary: CraftStep[]
  requestKey: string
  values?: LotFormValues
  errors?: FieldErrors
}

/** Which steps were done is told by their dates alone: one thing to do for each step, and nothing to do for the others. */
export const dateField = (step: string) => `date_${step}`

export function LotForm({ lang, product, vocabulary, requestKey, values = {}, errors }: LotFormProps) {
  const t = trace[lang]
  const today = dateInVietnam()
  return (
    <form method="post" class="narrow" novalidate>
      <ErrorSummary lang={lang} errors={errors} />
      <input type="hidden" name="key" value={requestKey} />
      <input type="hidden" name="listing_id" value={product.listing_id} />
      <Input
        lang={lang}
        name="quantity"
        label={t.quantity}
        hint={t.quantityHint(product.unit)}
        suffix={product.unit}
        inputmode="numeric"
        maxlength={9}
        required
        value={values.quantity}
        errors={errors}
      />
      <Input
        lang={lang}
        name="made_on"
        label={t.madeOn}
        type="date"
        required
        value={values.made_on ?? today}
        errors={errors}
      />
      <Input
        lang={lang}
        name="expires_on"
        label={t.expiresOn}
        hint={t.expiresHint}
        type="date"
        value={values.expires_on}
        errors={errors}
      />
      <fieldset class="field" id="steps" aria-describedby={errors?.steps ? "steps-hint steps-error" : "steps-hint"}>
        <legend>{t.stepsQuestion}</legend>
        <p class="hint" id="steps-hint">
          {t.stepsHint}
        </p>
        {errors?.steps ? (
          <p class="error" id="steps-error">
            {errors.steps}
          </p>
        ) : null}
        {stepsFor(vocabulary, product).map((step) => (
          <div class="step-date">
            <label for={dateField(step.id)}>{step[lang]}</label>
            <input
              type="date"
              id={dateField(step.id)}
              name={dateField(step.id)}
              max={today}
              value={values[dateField(step.id)]}
            />
          </div>
        ))}
      </fieldset>
      <p class="notice">{t.forEver}</p>
      <button class="button" type="submit">
        {t.saveLot}
      </button>
    </form>
  )
}
