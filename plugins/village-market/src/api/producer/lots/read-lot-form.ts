import { type CraftStep, stepsFor } from "../../../modules/traceability/diary/vocabulary"
import type { OwnProduct } from "../../../modules/traceability/lots/read-lots"
import { readForm } from "../../../web/form"
import type { Language } from "../../../web/language"
import { dateField, type LotFormValues } from "../../../web/lots/lot-form"
import { lotChanges } from "../../../web/text/lot-changes"
import { trace } from "../../../web/text/trace"
import { LotDeclaration } from "../../../workflows/create-lot"

/** The sentence of a complaint; a schema of ours names its sentences by their keys. */
export function saying(lang: Language) {
  const sentences: Record<string, unknown> = { ...trace[lang], ...lotChanges[lang] }
  return (key: string) => (typeof sentences[key] === "string" ? sentences[key] : trace[lang].dateWrong)
}

/** A form's fields as a lot: steps are those that have a date, in the order of the work. */
export function readLotForm(lang: Language, words: CraftStep[], product: OwnProduct, values: LotFormValues) {
  const steps = stepsFor(words, product).flatMap(({ id }) => {
    const happened_at = values[dateField(id)]?.trim()
    return happened_at ? [{ step: id, happened_at }] : []
  })
  return readForm(
    LotDeclaration,
    {
      listing_id: product.listing_id,
      // "1.000" and "1 000" are how a thousand is written here.
      quantity: values.quantity?.replace(/[\s.]/g, "") || undefined,
      made_on: values.made_on,
      expires_on: values.expires_on || null,
      steps,
    },
    saying(lang),
  )
}

/** A body of which only texts count. */
export function textsOf(body: unknown): LotFormValues {
  const entries = typeof body === "object" && body !== null ? Object.entries(body) : []
  return Object.fromEntries(entries.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])))
}

/** The key a form carries so that sending it twice does not count twice; only what we make ourselves is taken. */
export const formKey = (values: LotFormValues) =>
  values.key && /^[0-9a-f-]{36}$/.test(values.key) ? `form:${values.key}` : undefined
