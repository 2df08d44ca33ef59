import { z } from "@medusajs/framework/zod"
import { ListingFields } from "./listing-fields"
import { type Parsed, parsePrice, parseWeight, parseWhole } from "./parse-numbers"

type Field = "price" | "stock" | "weight"
const SUFFIX = { empty: "Missing", not_a_number: "NotNumber", fraction: "Fraction", unclear: "Unclear" } as const

/** Typed text becomes a number, or the complaint that fits, as a key of `web/text/listing.ts`. */
const typed = (field: Field, parse: (text: string) => Parsed) =>
  z.string(`${field}Missing`).transform((text, context) => {
    const parsed = parse(text)
    if (parsed.ok) return parsed.value
    context.addIssue({ code: "custom", message: `${field}${SUFFIX[parsed.why]}` })
    return z.NEVER
  })

const { title, description, category_id, material, unit, price, stock, weight_grams } = ListingFields.shape

const emptyAsNull = (value: unknown) => (value === "" || value === undefined ? null : value)

/** The questions of the posting screens, each with what it asks, as a browser sends it. */
export const QUESTIONS = {
  name: z.object({ title, description: z.preprocess(emptyAsNull, description) }),
  shelf: z.object({ category_id, material: z.preprocess(emptyAsNull, material) }),
  price: z.object({ price: typed("price", parsePrice).pipe(price), unit }),
  stock: z.object({ stock: typed("stock", parseWhole).pipe(stock) }),
  weight: z
    .object({ weight: z.string("weightMissing"), weight_unit: z.enum(["g", "kg"], "weightUnit") })
    .transform(({ weight, weight_unit }, context) => {
      const parsed = parseWeight(weight, weight_unit)
      const checked = parsed.ok ? weight_grams.safeParse(parsed.value) : undefined
      if (checked?.success) return { weight_grams: checked.data }
      const message = parsed.ok ? "weightRange" : `weight${SUFFIX[parsed.why]}`
      context.addIssue({ code: "custom", message, path: ["weight"] })
      return z.NEVER
    }),
  ocop: z
    .object({
      ocop_stars: z.preprocess((value) => (value ? Number(value) : null), ListingFields.shape.ocop_stars),
      ocop_decided_on: z.preprocess(emptyAsNull, ListingFields.shape.ocop_decided_on),
    })
    .transform(({ ocop_stars, ocop_decided_on }) => ({
      ocop_stars,
      ocop_decided_on: ocop_stars ? ocop_decided_on : null,
    })),
} as const

export type Question = keyof typeof QUESTIONS
export const QUESTION_ORDER = Object.keys(QUESTIONS) as Question[]

/** The answers so far; what is missing for posting names the question to ask. */
export type Answers = Partial<z.infer<typeof ListingFields>>

export function unanswered(answers: Answers): Question | undefined {
  const missing = ListingFields.safeParse(answers).error?.issues.map(({ path }) => String(path[0])) ?? []
  const asks: Record<Question, string[]> = {
    name: ["title", "description"],
    shelf: ["category_id", "material"],
    price: ["price", "unit"],
    stock: ["stock"],
    weight: ["weight_grams"],
    ocop: ["ocop_stars", "ocop_decided_on"],
  }
  return QUESTION_ORDER.find((question) => asks[question].some((field) => missing.includes(field)))
}
