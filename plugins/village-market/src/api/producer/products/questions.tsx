import type { MedusaContainer } from "@medusajs/framework/types"
import type { Child } from "hono/jsx"
import { CATALOGUE } from "../../../modules/catalogue"
import type { Answers, Question } from "../../../modules/catalogue/listing-form"
import { LIMITS } from "../../../modules/catalogue/listing-limits"
import { Choice, type FieldErrors, Input, Select, TextArea } from "../../../web/fields"
import { number } from "../../../web/format"
import type { Language } from "../../../web/language"
import { products } from "../../../web/text/products"

export type Shelf = { id: string; name: string }

export type QuestionProps = {
  lang: Language
  shelves: Shelf[]
  answers: Answers
  /** What was just sent and refused, shown again as it was typed. */
  sent?: Record<string, unknown>
  errors?: FieldErrors
}

export async function shelvesOf(container: MedusaContainer, lang: Language): Promise<Shelf[]> {
  const rows = await container.resolve(CATALOGUE).listCategories({}, { order: { rank: "ASC" } })
  return rows.map(({ id, name_vi, name_en }) => ({ id, name: lang === "vi" ? name_vi : name_en }))
}

/** The fields of one question; used by the posting screens and by the edit page. */
export function Questions({ ask, ...props }: QuestionProps & { ask: Question }) {
  return FIELDS[ask](props)
}

const FIELDS: Record<Question, (props: QuestionProps) => Child> = {
  name: (props) => {
    const { t, field } = of(props)
    return (
      <>
        <Input
          {...field("title", props.answers.title)}
          label={t.nameLabel}
          hint={t.nameHint}
          maxlength={LIMITS.title.max}
          required
        />
        <TextArea
          {...field("description", props.answers.description)}
          label={t.descriptionLabel}
          hint={t.descriptionHint}
          maxlength={LIMITS.description.max}
        />
      </>
    )
  },
  shelf: (props) => {
    const { t, field } = of(props)
    const options = props.shelves.map(({ id, name }) => ({ value: id, label: name }))
    return (
      <>
        <Select
          {...field("category_id", props.answers.category_id)}
          label={t.categoryLabel}
          empty={t.categoryEmpty}
          options={options}
          required
        />
        <Input
          {...field("material", props.answers.material)}
          label={t.materialLabel}
          hint={t.materialHint}
          maxlength={LIMITS.material.max}
        />
      </>
    )
  },
  price: (props) => {
    const { t, field, digits } = of(props)
    return (
      <>
        <Input
          {...field("price", digits(props.answers.price))}
          label={t.priceLabel}
          hint={t.priceHint}
          inputmode="numeric"
          suffix="đ"
          required
        />
        <Input
          {...field("unit", props.answers.unit)}
          label={t.unitLabel}
          hint={t.unitHint}
          maxlength={LIMITS.unit.max}
          required
        />
      </>
    )
  },
  stock: (props) => {
    const { t, field, digits } = of(props)
    return (
      <Input
        {...field("stock", digits(props.answers.stock))}
        label={t.stockLabel}
        hint={t.stockHint}
        inputmode="numeric"
        required
      />
    )
  },
  weight: (props) => {
    const { t, field, digits } = of(props)
    const grams = props.answers.weight_grams
    // Whole kilograms are said in kg, everything else exactly as grams.
    const inKilograms = grams === undefined || grams % 1000 === 0
    const units = [
      { value: "g", label: t.gram },
      { value: "kg", label: t.kilogram },
    ]
    const shown = grams === undefined ? "" : inKilograms ? String(grams / 1000) : digits(grams)
    return (
      <>
        <Input {...field("weight", shown)} label={t.weightLabel} hint={t.weightHint} inputmode="decimal" required />
        <Choice
          {...field("weight_unit", grams === undefined ? "" : inKilograms ? "kg" : "g")}
          label={t.weightUnitLabel}
          options={units}
          required
        />
      </>
    )
  },
  ocop: (props) => {
    const { t, field } = of(props)
    const stars = [3, 4, 5].map((n) => ({ value: String(n), label: t.stars(n) }))
    return (
      <>
        <Choice
          {...field("ocop_stars", String(props.answers.ocop_stars ?? ""))}
          label={t.ocopLabel}
          hint={t.ocopHint}
          options={[{ value: "", label: t.ocopNone }, ...stars]}
        />
        <Input {...field("ocop_decided_on", props.answers.ocop_decided_on)} label={t.ocopDateLabel} type="date" />
      </>
    )
  },
}

function of({ lang, sent, errors }: QuestionProps) {
  const field = (name: string, answer: string | number | null | undefined) => {
    const typed = sent?.[name]
    return { lang, name, errors, value: typeof typed === "string" ? typed : answer }
  }
  return {
    t: products[lang],
    field,
    digits: (value: number | undefined) => (value === undefined ? "" : number(lang, value)),
  }
}
