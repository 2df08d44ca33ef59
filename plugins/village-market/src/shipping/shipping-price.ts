import { SHIPPING_AREAS, type ShippingArea } from "./area"

/** A parcel goes by post or motorbike; a truck is arranged by the producer, who agrees the day with the buyer. */
export const SHIPPING_MEANS = ["parcel", "truck"] as const
export type ShippingMeans = (typeof SHIPPING_MEANS)[number]

/** Whole đồng and grams; ISO dates, both inclusive. `entered_at` tells which of two rows that begin on one day was meant. */
export type ShippingRate = {
  id: string
  area: ShippingArea
  means: ShippingMeans
  over_grams: number
  to_grams: number
  price: number
  per_kg: number
  valid_from: string
  valid_to: string | null
  entered_at: string
}

export type ShippingPrice =
  | { ok: true; amount: number; rate_id: string; means: ShippingMeans }
  /** `too_heavy`: no step goes that far, so the buyer asks the producer. */
  | { ok: false; why: "too_heavy" | "no_rate" }

/** What goods of that weight cost to an area on a day, by the row that began last of those in force for the weight. */
export function shippingPrice(rates: ShippingRate[], area: ShippingArea, grams: number, day: string): ShippingPrice {
  const current = rates.filter((rate) => rate.area === area && inForce(rate, day))
  // What weighs nothing falls into the lightest step.
  const fitting = current.filter(
    ({ over_grams, to_grams }) => (over_grams < grams || (grams === 0 && over_grams === 0)) && grams <= to_grams,
  )
  const [rate] = fitting.sort(latestFirst)
  if (!rate)
    return {
      ok: false,
      why: current.some(({ to_grams }) => to_grams >= grams) || !current[0] ? "no_rate" : "too_heavy",
    }
  const further = Math.ceil(Math.max(0, grams - rate.over_grams) / 1000)
  return { ok: true, amount: rate.price + rate.per_kg * further, rate_id: rate.id, means: rate.means }
}

/** The least that goods of that weight cost to anywhere, for a buyer whose place is not known yet. */
export function lowestPrice(rates: ShippingRate[], grams: number, day: string): number | undefined {
  const amounts = SHIPPING_AREAS.flatMap((area) => {
    const price = shippingPrice(rates, area, grams, day)
    return price.ok ? [price.amount] : []
  })
  return amounts.length > 0 ? Math.min(...amounts) : undefined
}

/** `past` rows are over, `future` ones have not begun; one that a later row covers entirely still counts as in force. */
export function standing({ valid_from, valid_to }: Pick<ShippingRate, "valid_from" | "valid_to">, day: string) {
  if (valid_from > day) return "future"
  return valid_to !== null && valid_to < day ? "past" : "in_force"
}

const inForce = (rate: ShippingRate, day: string) => standing(rate, day) === "in_force"

const latestFirst = (a: ShippingRate, b: ShippingRate) =>
  b.valid_from.localeCompare(a.valid_from) || b.entered_at.localeCompare(a.entered_at) || b.id.localeCompare(a.id)

/** The rows that a weight can fall under on a day; those that later rows cover entirely are not among them. */
export function counting(rates: ShippingRate[], day: string): Set<string> {
  const current = rates.filter((rate) => inForce(rate, day))
  const feet = current.flatMap(({ over_grams, to_grams }) => [over_grams + 1, to_grams + 1])
  return new Set(
    SHIPPING_AREAS.flatMap((area) =>
      feet.flatMap((grams) => {
        const price = shippingPrice(current, area, grams, day)
        return price.ok ? [price.rate_id] : []
      }),
    ),
  )
}
