import { isDeepStrictEqual } from "node:util"
import { type DeliveryKind, type PartQuote, priceOf, type ShippingFacts } from "./quote"

/** A shipping method chosen in a basket: whose, at what price, and what it keeps of how it was priced. */
export type ChosenMethod = { kind: DeliveryKind; producer_id: string; amount: number; facts: Record<string, unknown> }

/**
 * Whether a price that was shown is still the one asked. `stands` with `facts` when only what explains it has changed
 * (Medusa prices a method anew when the basket changes and leaves its data), which then replaces the old.
 * `quotes` are those that count, the newest first.
 */
export function methodStands(
  { kind, producer_id, amount, facts }: ChosenMethod,
  quotes: PartQuote[][],
): { stands: true; facts?: ShippingFacts } | { stands: false } {
  const point = facts.collection_point
  const id = typeof point === "object" && point !== null && "id" in point ? point.id : undefined
  const chosen = { kind, collection_point_id: typeof id === "string" ? id : undefined }
  for (const of of quotes) {
    const price = priceOf(
      of.find((quote) => quote.producer_id === producer_id),
      chosen,
    )
    if (price?.amount !== amount) continue
    return { stands: true, ...(samePricing(price.facts, facts) ? {} : { facts: price.facts }) }
  }
  return { stands: false }
}

/** A point's name or hours may have been corrected since; the goods still wait at the point that was chosen. */
const samePricing = (now: ShippingFacts, then: Record<string, unknown>) => isDeepStrictEqual({ ...then, ...now }, then)
