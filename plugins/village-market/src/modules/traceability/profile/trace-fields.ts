/** What a law may ask of a lot; the values are found by `checklist.ts`, which law asks for them stands in `data/trace-fields.csv`. */
export const TRACE_FIELDS = [
  "product_name",
  "image",
  "producer_name",
  "producer_address",
  "stages",
  "made_on",
  "code",
  "brand",
  "expiry",
  "standards",
  "origin",
] as const
export type TraceField = (typeof TRACE_FIELDS)[number]

/** The minimum of ten that TT 02/2024/TT-BKHCN lists, in its order: the columns of the file for a portal. */
export const TEN_FIELDS = TRACE_FIELDS.filter((field) => field !== "origin")

/** `if_any`: only where the goods have one. */
export const TRACE_DUTIES = ["always", "if_any"] as const

/**
 * How sure we are of a row. `cited`: as law firms cite the circular, its standing after NĐ 37/2026 not confirmed;
 * `press`: as the press reported the decree, its articles 28–31 not read; `draft`: stood in the draft of the decree only.
 * What follows names what else is open: how exact an address must be, TCVN 13274's code formats, goods without a brand.
 */
export const TRACE_CERTAINTIES = [
  "cited",
  "cited-address",
  "cited-codes",
  "press",
  "press-address",
  "press-brand",
  "draft",
] as const
export type TraceCertainty = (typeof TRACE_CERTAINTIES)[number]

/** A row of `trace_field`. ISO dates, both inclusive; `valid_to` null: no end is known. */
export type TraceRule = {
  id: string
  field: TraceField
  name_vi: string
  name_en: string
  duty: (typeof TRACE_DUTIES)[number]
  valid_from: string
  valid_to: string | null
  basis: string
  certainty: TraceCertainty
}
