import { areaOf, type Place, type ShippingArea } from "./area"
import { lowestPrice, type ShippingMeans, type ShippingRate, shippingPrice } from "./shipping-price"

/** How a part of an order reaches its buyer; also the code of the shipping option's type. */
export const DELIVERY_KINDS = ["delivery", "pickup_producer", "pickup_point"] as const
export type DeliveryKind = (typeof DELIVERY_KINDS)[number]

export type CollectionPoint = { id: string; commune_code: string; name: string; address: string; opening_hours: string }

/** One producer's goods in a basket: their weight in grams, and where they come from. */
export type PartFacts = {
  producer_id: string
  shipping_profile_id: string | null
  grams: number
  commune: string | null
  commune_name: string | null
  province: string | null
}

export type BasketFacts = {
  /** Nothing until the buyer has named a commune we know. */
  buyer: Place | null
  parts: PartFacts[]
  rates: ShippingRate[]
  regions: { province_code: string; region: string }[]
  /** The open ones of the producers' communes. */
  points: CollectionPoint[]
}

export type DeliveryQuote =
  | { ok: true; amount: number; rate_id: string; means: ShippingMeans; area: ShippingArea }
  | { ok: false; why: "too_heavy" | "no_rate" }
  /** `from_amount`: the least it can cost, undefined when it can go nowhere. */
  | { ok: false; why: "no_address"; from_amount: number | undefined }

export type PartQuote = PartFacts & { delivery: DeliveryQuote; points: CollectionPoint[] }

/** What each producer's goods cost to bring on a day, and where they can be fetched instead (for nothing). */
export function quoteBasket({ buyer, parts, rates, regions, points }: BasketFacts, day: string): PartQuote[] {
  const regionOf = new Map(regions.map(({ province_code, region }) => [province_code, region]))
  return parts.map((part) => ({
    ...part,
    delivery: deliveryOf(part),
    points: points.filter(({ commune_code }) => commune_code === part.commune),
  }))

  function deliveryOf({ grams, commune, province }: PartFacts): DeliveryQuote {
    if (!buyer) {
      const from_amount = lowestPrice(rates, grams, day)
      return from_amount === undefined ? { ok: false, why: "too_heavy" } : { ok: false, why: "no_address", from_amount }
    }
    const area = areaOf({ commune: commune ?? "", province: province ?? "" }, buyer, regionOf)
    const price = shippingPrice(rates, area, grams, day)
    return price.ok ? { ...price, area } : price
  }
}

/** What a shipping method keeps of how it was priced; the parts of an order are made from it. */
export type ShippingFacts = {
  delivery_kind: DeliveryKind
  grams: number
  rate_id: string | null
  area: ShippingArea | null
  means: ShippingMeans | null
  collection_point: Omit<CollectionPoint, "commune_code"> | null
}

export type Chosen = { kind: DeliveryKind; collection_point_id?: string }

/** A choice of the buyer with its price in whole đồng, or nothing when it is not offered (any more). */
export function priceOf(quote: PartQuote | undefined, chosen: Chosen) {
  if (!quote) return undefined
  const { grams, delivery } = quote
  const facts = { grams, delivery_kind: chosen.kind, rate_id: null, area: null, means: null, collection_point: null }
  if (chosen.kind === "delivery") {
    if (!delivery.ok) return undefined
    const { amount, rate_id, area, means } = delivery
    return { amount, facts: { ...facts, rate_id, area, means } satisfies ShippingFacts }
  }
  if (chosen.kind === "pickup_producer") return { amount: 0, facts: facts satisfies ShippingFacts }
  const { collection_point_id: wanted } = chosen
  const point = quote.points.find(({ id }) => wanted === undefined || id === wanted)
  if (!point) return undefined
  const { id, name, address, opening_hours } = point
  return {
    amount: 0,
    facts: { ...facts, collection_point: { id, name, address, opening_hours } } satisfies ShippingFacts,
  }
}
