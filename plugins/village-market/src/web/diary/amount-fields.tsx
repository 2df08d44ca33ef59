import { STEP_UNITS } from "../../modules/traceability/diary/step-extras"
import type { FieldErrors } from "../fields"
import type { Language } from "../language"
import { diary } from "../text/diary"

type AmountProps = {
  lang: Language
  /** The lot's own unit, which comes first. */
  unit: string
  values: { amount?: string; unit?: string }
  errors?: FieldErrors
  /** Tells one form of a page from another. */
  of?: string
}

/** How much, in which unit; left empty where it was not counted. */
export function AmountFields({ lang, unit, values, errors, of = "" }: AmountProps) {
  const t = diary[lang]
  const chosen = values.unit || unit
  const units = [...new Set([unit, ...STEP_UNITS, chosen])]
  const error = errors?.amount ?? errors?.unit
  return (
    <div data-asked="amount" class={error ? "field wrong" : "field"}>
      {error ? (
        <p class="error" id={`amount-error${of}`}>
          {error}
        </p>
      ) : null}
      <div class="diary-amount">
        <div>
          <label for={`amount${of}`}>{t.amount}</label>
          <input
            id={`amount${of}`}
            name="amount"
            inputmode="decimal"
            autocomplete="off"
            maxlength={12}
            value={values.amount ?? ""}
            aria-describedby={error ? `amount-error${of}` : undefined}
            aria-invalid={error ? "true" : undefined}
          />
        </div>
        <div>
          <label for={`unit${of}`}>{t.unit}</label>
          <select id={`unit${of}`} name="unit">
            {units.map((one) => (
              <option value={one} selected={one === chosen}>
                {one}
              </option>
            ))}
          </select>
        </div>
      </div>
    </div>
  )
}
