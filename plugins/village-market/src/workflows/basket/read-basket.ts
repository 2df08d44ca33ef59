import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { CATALOGUE } from "../../modules/catalogue"
import { saleWindows } from "../../modules/catalogue/reads/sale-windows"
import { showWindow } from "../../modules/catalogue/sale-window"
import { REGISTRY } from "../../modules/registry"
import { discountsOf } from "../coupons/basket-discounts"
import { Amount } from "../trade/read-order"
import { notForSale } from "./for-sale"

const Cart = z.object({
  id: z.string(),
  completed_at: z.unknown(),
  total: Amount,
  item_total: Amount,
  shipping_total: Amount,
  email: z.string().nullish(),
  items: z.array(
    z.object({
      id: z.string(),
      product_id: z.string(),
      variant_id: z.string(),
      product_title: z.string(),
      product_handle: z.string(),
      quantity: Amount,
      unit_price: Amount,
      adjustments: z.array(z.object({ code: z.string().nullish(), amount: Amount })).nullish(),
      created_at: z.coerce.date(),
    }),
  ),
  shipping_methods: z
    .array(
      z.object({
        shipping_option_id: z.string(),
        amount: Amount,
        data: z.object({ collection_point: z.object({ id: z.string(), name: z.string() }).nullish() }).nullish(),
      }),
    )
    .nullish(),
  shipping_address: z
    .object({
      first_name: z.string().nullish(),
      phone: z.string().nullish(),
      address_1: z.string().nullish(),
      city: z.string().nullish(),
      province: z.string().nullish(),
      metadata: z.record(z.string(), z.unknown()).nullish(),
    })
    .nullish(),
  payment_collection: z.object({ id: z.string() }).nullish(),
})

const FIELDS = [
  "id",
  "completed_at",
  "total",
  "item_total",
  "shipping_total",
  "email",
  "items.id",
  "items.product_id",
  "items.variant_id",
  "items.product_title",
  "items.product_handle",
  "items.quantity",
  "items.unit_price",
  "items.adjustments.code",
  "items.adjustments.amount",
  "items.created_at",
  "shipping_methods.shipping_option_id",
  "shipping_methods.amount",
  "shipping_methods.data",
  "shipping_address.*",
  "payment_collection.id",
]

/**
 * A basket as pages show it: its lines under the producer who makes them; amounts in whole đồng. A line that cannot be
 * bought now carries its reason; `strays` are lines whose product belongs to no producer any more.
 */
export async function readBasket(container: MedusaContainer, id: string | undefined) {
  if (!id) return undefined
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "cart", filters: { id }, fields: FIELDS })
  const parsed = Cart.safeParse(data[0])
  if (!parsed.success || parsed.data.completed_at) return undefined
  const cart = parsed.data
  const listings = await container
    .resolve(CATALOGUE)
    .listListings({ product_id: cart.items.map(({ product_id }) => product_id) })
  const windows = await saleWindows(
    container.resolve(ContainerRegistrationKeys.PG_CONNECTION),
    "listing_id",
    listings.map(({ id }) => id),
  )
  /** The window a line is sold from, unless it is over and the goods come from stock. */
  const windowOf = (listingId: string) => {
    const window = windows.find(({ listing_id }) => listing_id === listingId)
    const shown = window && showWindow({ ...window, at: new Date() })
    return shown && (shown.state !== "closed" || window.backorder) ? shown : null
  }
  const producers = await container
    .resolve(REGISTRY)
    .listProducers({ id: [...new Set(listings.map(({ producer_id }) => producer_id))] })
  const reasons = await notForSale(
    container,
    cart.items.map(({ product_id }) => product_id),
  )
  const parts = producers
    .map((producer) => ({
      producer: {
        id: producer.id,
        name: producer.name ?? "",
        handle: producer.handle,
        shipping_profile_id: producer.shipping_profile_id,
      },
      lines: cart.items
        .flatMap((item) => {
          const listing = listings.find(({ product_id }) => product_id === item.product_id)
          return listing?.producer_id === producer.id
            ? [
                {
                  ...item,
                  unit: listing.unit,
                  window: windowOf(listing.id),
                  not_for_sale: reasons.get(item.product_id),
                },
              ]
            : []
        })
        .sort((a, b) => a.created_at.getTime() - b.created_at.getTime()),
    }))
    .sort((a, b) => a.producer.id.localeCompare(b.producer.id))
  const strays = cart.items.filter((item) => !parts.some(({ lines }) => lines.some(({ id }) => id === item.id)))
  return { ...cart, parts, strays, blocked: reasons.size > 0, discounts: await discountsOf(container, parts) }
}
export type Basket = NonNullable<Awaited<ReturnType<typeof readBasket>>>

/** Whether the next step of a purchase may be taken: there is something in the basket and all of it can be bought. */
export const canCheckOut = (basket: Basket | undefined): basket is Basket =>
  basket !== undefined && basket.items.length > 0 && !basket.blocked
