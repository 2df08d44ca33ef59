import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
  when,
} from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { createInventoryItemsWorkflow, createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { ListingFields } from "../modules/catalogue/listing-fields"
import { OCOP_STATUSES } from "../modules/catalogue/models/listing"
import { slug } from "../web/format"
import { addListingStep } from "./steps/add-listing"
import { adoptDraftStep } from "./steps/adopt-draft"
import { ensureProducerStoreStep } from "./steps/ensure-producer-store"
import { fileListingStep } from "./steps/file-listing"
import { type Actor, recordActStep } from "./steps/record-act"
import { syncProductImagesStep } from "./steps/sync-product-images"
import { syncProductStatusStep } from "./steps/sync-product-status"

export const CreateListingInput = ListingFields.extend({
  producer_id: z.string(),
  vsic_code: z.string().optional(),
  /** Left out: the producer's own claim, unverified. */
  ocop_status: z.enum(OCOP_STATUSES).optional(),
  is_demo: z.boolean().default(false),
  hidden: z.boolean().default(false),
  /** The request this answers; a second listing for the same key is refused by the database. */
  posting: z.object({ key: z.string(), fingerprint: z.string() }).optional(),
  /** The producer's draft this finishes; its photos become the listing's. */
  draft_id: z.string().optional(),
  actor: z.custom<Actor>().optional(),
})
export type CreateListingInput = z.input<typeof CreateListingInput>

const checkListingStep = createStep("check-listing", async (input: CreateListingInput) => {
  const { success, data, error } = CreateListingInput.safeParse(input)
  if (success) return new StepResponse(data)
  const [issue] = error.issues
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `${issue?.path.join(".")}: ${issue?.message}`)
})

/** Only a name's own letters would collide: many workshops make a "Bình gốm". */
const handleOf = (title: string) => `${slug(title).slice(0, 60)}-${Math.random().toString(36).slice(2, 8)}`

/**
 * Makes one Medusa product with one variant, its stock at the producer's own location only, and the listing that
 * belongs to it. The product is a draft until the last step decides by the rule whether buyers see it, so that nobody
 * meets half a product; a failure leaves nothing.
 */
export const createListingWorkflow = createWorkflow("create-listing", (input: CreateListingInput) => {
  const data = checkListingStep(input)
  const filed = fileListingStep(data)
  const store = ensureProducerStoreStep(data)

  const items = createInventoryItemsWorkflow.runAsStep({
    input: transform({ data, store }, ({ data, store }) => ({
      items: [
        {
          title: data.title,
          weight: data.weight_grams,
          requires_shipping: true,
          location_levels: [{ location_id: store.stock_location_id, stocked_quantity: data.stock }],
        },
      ],
    })),
  })

  const products = createProductsWorkflow.runAsStep({
    input: transform({ data, store, items }, ({ data, store, items }) => ({
      products: [
        {
          title: data.title,
          handle: handleOf(data.title),
          description: data.description ?? undefined,
          material: data.material ?? undefined,
          weight: data.weight_grams,
          origin_country: "vn",
          status: "draft" as const,
          shipping_profile_id: store.shipping_profile_id,
          sales_channels: [{ id: store.sales_channel_id }],
          // Medusa wants an option; ours has one value and is shown nowhere.
          options: [{ title: "Loại", values: ["Thường"] }],
          variants: [
            {
              title: data.title,
              options: { Loại: "Thường" },
              manage_inventory: true,
              weight: data.weight_grams,
              inventory_items: items.map(({ id }) => ({ inventory_item_id: id, required_quantity: 1 })),
              prices: [{ amount: data.price, currency_code: "vnd" }],
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
    transform({ data, filed, product_id }, ({ data, filed, product_id }) => ({
      listing: {
        product_id,
        producer_id: data.producer_id,
        unit: data.unit,
        material: data.material ?? null,
        category_id: data.category_id,
        ...filed,
        weight_grams: data.weight_grams,
        ocop_stars: data.ocop_stars ?? null,
        ocop_decided_on: data.ocop_stars ? (data.ocop_decided_on ?? null) : null,
        ocop_status: data.ocop_stars ? (data.ocop_status ?? ("unverified" as const)) : ("none" as const),
        hidden: data.hidden,
        is_demo: data.is_demo,
      },
      posting: data.posting,
    })),
  )
  when({ data }, ({ data }) => data.draft_id !== undefined).then(() => {
    adoptDraftStep(
      transform({ data, listing_id }, ({ data, listing_id }) => ({ draft_id: data.draft_id ?? "", listing_id })),
    )
    syncProductImagesStep({ listing_id })
  })
  syncProductStatusStep({ producer_id: data.producer_id, product_id })

  when({ data }, ({ data }) => Boolean(data.actor && data.ocop_stars)).then(() =>
    recordActStep(
      transform({ data, listing_id }, ({ data, listing_id }) => ({
        subject_kind: "listing" as const,
        subject_id: listing_id,
        act: "claim_ocop",
        actor: data.actor ?? { kind: "producer" as const, id: data.producer_id },
        detail: { stars: data.ocop_stars, decided_on: data.ocop_decided_on ?? null },
      })),
    ),
  )
  return new WorkflowResponse(transform({ listing_id, product_id }, (made) => made))
})
