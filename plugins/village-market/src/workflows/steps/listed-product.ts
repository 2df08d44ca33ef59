import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { CATALOGUE } from "../../modules/catalogue"

/** Title and unit of today of a producer's listing; another's is NOT_FOUND. */
export async function listedProduct(container: MedusaContainer, producer_id: string, listing_id: string) {
  const missing = () => new MedusaError(MedusaError.Types.NOT_FOUND, "Không có sản phẩm này")
  const [listing] = await container.resolve(CATALOGUE).listListings({ id: listing_id, producer_id })
  if (!listing) throw missing()
  const { data: products } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "product", fields: ["title"], filters: { id: listing.product_id } })
  const [product] = products
  if (!product) throw missing()
  return { title: product.title, unit: listing.unit }
}
