import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { CATALOGUE } from "../../modules/catalogue"
import { REGISTRY } from "../../modules/registry"

/** Why a product cannot be bought now: its producer may not sell, it is hidden by its producer, or it is gone. */
export const NOT_FOR_SALE = ["shop_closed", "hidden", "gone"] as const
export type NotForSale = (typeof NOT_FOR_SALE)[number]

/** Of these products, those that cannot be bought now. Asked afresh at every step of a purchase. */
export async function notForSale(container: MedusaContainer, productIds: string[]): Promise<Map<string, NotForSale>> {
  const asked = [...new Set(productIds)]
  // A filter without values would match everything.
  if (asked.length === 0) return new Map()
  const listings = await container.resolve(CATALOGUE).listListings({ product_id: asked }, { take: asked.length })
  const sellers = [...new Set(listings.map(({ producer_id }) => producer_id))]
  const open = sellers.length
    ? await container.resolve(REGISTRY).listProducers({ id: sellers, status: "approved" }, { take: sellers.length })
    : []
  return new Map(
    asked.flatMap((id): [string, NotForSale][] => {
      const listing = listings.find(({ product_id }) => product_id === id)
      if (!listing) return [[id, "gone"]]
      if (!open.some((producer) => producer.id === listing.producer_id)) return [[id, "shop_closed"]]
      return listing.hidden ? [[id, "hidden"]] : []
    }),
  )
}

const SENTENCES: Record<NotForSale, string> = {
  shop_closed: "The shop that makes this product is not open at the moment, so it cannot be bought.",
  hidden: "A product is no longer for sale: its producer has taken it off the market.",
  gone: "A product is no longer for sale.",
}

/** Refuses when any of these products cannot be bought now. */
export async function requireForSale(container: MedusaContainer, productIds: string[]): Promise<void> {
  const [reason] = (await notForSale(container, productIds)).values()
  if (reason) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, SENTENCES[reason])
}
