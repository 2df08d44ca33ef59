import type { ProducerStatus } from "../registry/producer-status"

/** How a listing stands, in the order in which it matters to its producer; each is a key of `web/text/products.ts`. */
export function listingState(producer: ProducerStatus, listing: { hidden: boolean; available: number }) {
  if (listing.hidden) return "hidden"
  if (producer === "suspended") return "stopped"
  if (producer !== "approved") return "waiting"
  return listing.available > 0 ? "on_sale" : "sold_out"
}
