import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { CATALOGUE } from "../../modules/catalogue"
import { REGISTRY } from "../../modules/registry"
import { stallSaleOfCart } from "../../modules/trade/stall-sales"

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

/**
 * Refuses when any of these products cannot be bought now. What was sold at a stall is on no shelf and may be hidden:
 * in the basket of that paid sale, which nobody else can name, it is let through.
 */
export async function requireForSale(container: MedusaContainer, productIds: string[], cartId?: string): Promise<void> {
  const reasons = await notForSale(container, productIds)
  if (reasons.size === 0) return
  const sale = cartId && (await stallSaleOfCart(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), cartId))
  for (const [id, reason] of reasons) {
    if (sale && sale.product_id === id && reason === "hidden") continue
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, SENTENCES[reason])
  }
}
