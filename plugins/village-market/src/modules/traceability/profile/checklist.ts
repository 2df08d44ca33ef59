import type { TraceField, TraceRule } from "./trace-fields"

/** What a producer says of a thing the goods may not have: nothing yet, that there is none, or what it is. */
export type Said = { kind: "unsaid" } | { kind: "none" } | { kind: "text"; text: string }

/** `place` is the address of the place in our own domain, the code of a location where there is no GLN. */
export type Stage = { name: string; product_code: string; place: string | null; time: string }

/** A lot as the duties look at it. Dates in ISO form. */
export type ProfileLot = {
  code: string
  /** The address in the QR. */
  uri: string
  title: string
  photos: string[]
  producer_name: string | null
  /** As far as it is public: village, commune, province. */
  producer_address: string | null
  /** Where the goods were made, as recorded. */
  origin: string | null
  stages: Stage[]
  made_on: string
  expires_on: string | null
  brand: Said
  standards: Said
}

export type NotApplicable = "none_declared" | "no_expiry"
export type Finding =
  | { state: "present"; values: string[] }
  | { state: "missing" }
  | { state: "not_applicable"; reason: NotApplicable }
export type ChecklistItem = { rule: TraceRule } & Finding

/**
 * What the rules in force on an ISO day ask of a lot, one item each in the order of the rules. "present" means that
 * there is something, not that an authority would be content with it.
 */
export function checklist(lot: ProfileLot, rules: readonly TraceRule[], day: string): ChecklistItem[] {
  return rules
    .filter(({ valid_from, valid_to }) => valid_from <= day && (valid_to === null || day <= valid_to))
    .map((rule) => ({ rule, ...find(lot, rule) }))
}

function find(lot: ProfileLot, { field, duty }: TraceRule): Finding {
  const values = valuesOf(lot, field)
  if (values.length > 0) return { state: "present", values }
  if (field === "expiry" && duty === "if_any") return { state: "not_applicable", reason: "no_expiry" }
  const said = field === "brand" || field === "standards" ? lot[field] : undefined
  // "None" answers a duty of what there may not be. Where the law asks always, none is not an answer.
  if (said?.kind === "none" && duty === "if_any") return { state: "not_applicable", reason: "none_declared" }
  return { state: "missing" }
}

/** What a lot has to say under a heading; none is an empty list. */
export function valuesOf(lot: ProfileLot, field: TraceField): string[] {
  const some = (...texts: (string | null)[]) => texts.filter((text): text is string => Boolean(text?.trim()))
  const told = (said: Said) => (said.kind === "text" ? some(said.text) : [])
  switch (field) {
    case "product_name":
      return some(lot.title)
    case "image":
      return some(...lot.photos)
    case "producer_name":
      return some(lot.producer_name)
    case "producer_address":
      return some(lot.producer_address)
    case "origin":
      return some(lot.origin)
    case "made_on":
      return some(lot.made_on)
    case "code":
      return some(lot.uri)
    case "expiry":
      return some(lot.expires_on)
    case "brand":
      return told(lot.brand)
    case "standards":
      return told(lot.standards)
    case "stages":
      // A stage counts only with all three: product code, place code, time (TT 02/2024/TT-BKHCN).
      return lot.stages
        .filter(({ product_code, place, time }) => product_code && place && time)
        .map(({ name, time }) => `${name}, ${time.slice(0, 10)}`)
  }
}

export const countMissing = (items: ChecklistItem[]) => items.filter(({ state }) => state === "missing").length
