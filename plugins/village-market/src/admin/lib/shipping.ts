export const AREAS = ["same_commune", "same_province", "same_region", "nationwide"] as const
export const MEANS = ["parcel", "truck"] as const

export type Rate = {
  id: string
  area: (typeof AREAS)[number]
  means: (typeof MEANS)[number]
  over_grams: number
  to_grams: number
  price: number
  per_kg: number
  valid_from: string
  valid_to: string | null
  basis: string
  /** Whether a weight falls under it today. */
  counts: boolean
}
export type Rates = { day: string; in_force: Rate[]; future: Rate[]; past: Rate[] }

/** Kilograms as typed, with a point or a comma, in whole grams; NaN when it is no number. */
export const gramsOf = (kilograms: FormDataEntryValue | null) =>
  Math.round(Number(String(kilograms ?? "").replace(",", ".")) * 1000)
