import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { CATALOGUE } from "../../modules/catalogue"
import { addStallGoods, stallGoodsOf } from "../../modules/trade/stall-sales"
import { addListingStep } from "../steps/add-listing"
import { ensureProducerStoreStep } from "../steps/ensure-producer-store"
import { fileListingStep } from "../steps/file-listing"

const TITLE = "Hàng lẻ tại quầy"
/** The price of each sale is its own; this one is never asked. */
const PLACEHOLDER = 1000

type Input = { producer_id: string; category_id: string }

/**
 * The product that stands for an amount keyed in at a stall without goods: a draft, its listing hidden, its stock not
 * counted, so that it is on no shelf, and Medusa lets nobody put its variant into a basket. Filed where the producer's
 * other goods are, for its terms and its industry.
 */
const createStallGoodsWorkflow = createWorkflow("create-stall-goods", (input: Input) => {
  const filed = fileListingStep(input)
  const store = ensureProducerStoreStep(input)
  const products = createProductsWorkflow.runAsStep({
    input: transform({ store, input }, ({ store, input }) => ({
      products: [
        {
          title: TITLE,
          handle: `hang-le-${input.producer_id.slice(-12).toLowerCase()}`,
          status: "draft" as const,
          shipping_profile_id: store.shipping_profile_id,
          sales_channels: [{ id: store.sales_channel_id }],
          options: [{ title: "Loại", values: ["Thường"] }],
          variants: [
            {
              title: TITLE,
              options: { Loại: "Thường" },
              manage_inventory: false,
              prices: [{ amount: PLACEHOLDER, currency_code: "vnd" }],
            },
          ],
        },
      ],
    })),
  })
  const product_id = transform({ products }, ({ products }) => {
    const [product] = products
    if (!product) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "No product was created")
    return product.id
  })
  const listing_id = addListingStep(
    transform({ input, filed, product_id }, ({ input, filed, product_id }) => ({
      listing: {
        ...input,
        product_id,
        unit: "món",
        material: null,
        ...filed,
        weight_grams: 1,
        ocop_stars: null,
        ocop_decided_on: null,
        ocop_status: "none" as const,
        hidden: true,
        is_demo: false,
      },
    })),
  )
  return new WorkflowResponse(transform({ product_id, listing_id }, (made) => made))
})

/** The producer's goods for amounts without a product; made when they are first wanted. */
export async function ensureStallGoods(
  container: MedusaContainer,
  producer_id: string,
): Promise<{ product_id: string }> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return container.resolve(Modules.LOCKING).execute(
    `stall-goods:${producer_id}`,
    async () => {
      const known = await stallGoodsOf(db, producer_id)
      if (known) return known
      const category_id = await usualCategory(container, producer_id)
      const { result } = await createStallGoodsWorkflow(container).run({ input: { producer_id, category_id } })
      await addStallGoods(db, { producer_id, ...result })
      return result
    },
    { timeout: 60 },
  )
}

/** The shelf of what the producer posted last; where it has posted nothing, the first there is. */
async function usualCategory(container: MedusaContainer, producer_id: string): Promise<string> {
  const catalogue = container.resolve(CATALOGUE)
  const [listing] = await catalogue.listListings({ producer_id }, { take: 1, order: { created_at: "DESC" } })
  const [category] = listing ? [] : await catalogue.listCategories({}, { take: 1, order: { id: "ASC" } })
  const id = listing?.category_id ?? category?.id
  if (!id) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "The shop has no shelf: run its seed")
  return id
}
