import type { InferTypeOf, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { CATALOGUE } from "../../modules/catalogue"
import type { Listing } from "../../modules/catalogue/models/listing"
import type { Photo } from "../../modules/catalogue/models/photo"
import { type OwnWindow, ownWindow, saleWindows } from "../../modules/catalogue/reads/sale-windows"

export type OwnListing = {
  listing: InferTypeOf<typeof Listing>
  photos: InferTypeOf<typeof Photo>[]
  title: string
  handle: string
  description: string | null
  /** What buyers see now. */
  published: boolean
  /** Whole đồng. */
  price: number
  /** Pieces on the shelf, and how many of them buyers have ordered already. */
  stock: number
  reserved: number
  /** The window in which it is sold ahead, will be, or was last. */
  window: OwnWindow | null
  variant_id: string
  inventory_item_id: string
}

const FIELDS = [
  "id",
  "title",
  "handle",
  "description",
  "status",
  "variants.id",
  "variants.prices.amount",
  "variants.prices.currency_code",
  "variants.inventory_items.inventory_item_id",
  "variants.inventory_items.inventory.location_levels.stocked_quantity",
  "variants.inventory_items.inventory.location_levels.reserved_quantity",
]

/** A producer's own listings, the newest first, with what Medusa knows of price and stock. */
export async function ownListings(container: MedusaContainer, producer_id: string): Promise<OwnListing[]> {
  return read(container, { producer_id })
}

/** One of them; anybody else's is not found, as if it were not there. */
export async function ownListing(container: MedusaContainer, producer_id: string, id: string): Promise<OwnListing> {
  const [found] = await read(container, { producer_id, id })
  if (!found) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có sản phẩm này.")
  return found
}

async function read(container: MedusaContainer, filter: { producer_id: string; id?: string }): Promise<OwnListing[]> {
  const catalogue = container.resolve(CATALOGUE)
  const listings = await catalogue.listListings(filter, { order: { created_at: "DESC" } })
  if (listings.length === 0) return []
  const photos = await catalogue.listPictures(
    { listing_id: listings.map(({ id }) => id) },
    { order: { position: "ASC" } },
  )
  const { data: products } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product",
    fields: FIELDS,
    filters: { id: listings.map(({ product_id }) => product_id) },
  })
  const windows = await saleWindows(
    container.resolve(ContainerRegistrationKeys.PG_CONNECTION),
    "listing_id",
    listings.map(({ id }) => id),
  )
  return listings.flatMap((listing) => {
    const product = products.find(({ id }) => id === listing.product_id)
    const variant = product?.variants[0]
    const item = variant?.inventory_items?.[0]
    // The operator may have deleted the product in the dashboard; then there is nothing left to show or edit.
    if (!product || !variant || !item) return []
    const window = windows.find(({ listing_id }) => listing_id === listing.id)
    const level = item.inventory?.location_levels?.[0]
    return {
      listing,
      photos: photos.filter(({ listing_id }) => listing_id === listing.id),
      title: product.title,
      handle: product.handle,
      description: product.description ?? null,
      published: product.status === "published",
      price: Number(
        variant.prices?.find((price: { currency_code: string }) => price.currency_code === "vnd")?.amount ?? 0,
      ),
      stock: Number(level?.stocked_quantity ?? 0),
      reserved: Number(level?.reserved_quantity ?? 0),
      window: window ? ownWindow(window) : null,
      variant_id: variant.id,
      inventory_item_id: item.inventory_item_id,
    }
  })
}
