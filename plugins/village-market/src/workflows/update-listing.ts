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
import {
  type UpdateProductsWorkflowInputProducts,
  updateInventoryLevelsWorkflow,
  updateProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import { CATALOGUE } from "../modules/catalogue"
import { ListingFields } from "../modules/catalogue/listing-fields"
import { claimOcop } from "../modules/catalogue/ocop-claim"
import { ownListing } from "./reads/own-listings"
import { ensureProducerStoreStep } from "./steps/ensure-producer-store"
import { fileListingStep } from "./steps/file-listing"
import { type Actor, recordActStep } from "./steps/record-act"

/** What is left out stays as it is. */
export const ListingChanges = ListingFields.partial().extend({
  /** The stock the producer saw when it changed it; another number by now (an order left meanwhile) is refused. */
  stock_seen: z.int().optional(),
})

export const UpdateListingInput = z.object({
  producer_id: z.string(),
  listing_id: z.string(),
  changes: ListingChanges,
  actor: z.custom<Actor>(),
})
export type UpdateListingInput = z.infer<typeof UpdateListingInput>

const refuse = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)

const planStep = createStep("plan-listing-update", async (input: UpdateListingInput, { container }) => {
  const before = await ownListing(container, input.producer_id, input.listing_id)
  const { listing } = before
  const { changes } = input
  if (changes.stock !== undefined) {
    if (changes.stock_seen !== undefined && changes.stock_seen !== before.stock) {
      throw refuse(`Số lượng vừa đổi thành ${before.stock}. Xin xem lại rồi ghi số mới.`)
    }
    // Of what is sold ahead there may be less, or none, until the harvest is in.
    if (changes.stock < before.reserved && !before.window) {
      throw refuse(`Khách đã đặt ${before.reserved}, nên không thể ghi ít hơn ${before.reserved}.`)
    }
  }
  const claimed = changes.ocop_stars !== undefined || changes.ocop_decided_on !== undefined
  const ocop = claimOcop(listing, {
    ocop_stars: changes.ocop_stars === undefined ? listing.ocop_stars : changes.ocop_stars,
    ocop_decided_on: changes.ocop_decided_on === undefined ? listing.ocop_decided_on : changes.ocop_decided_on,
  })
  return new StepResponse({
    variant_id: before.variant_id,
    inventory_item_id: before.inventory_item_id,
    product_id: listing.product_id,
    moves: changes.category_id !== undefined && changes.category_id !== listing.category_id,
    claims: claimed && ocop.ocop_status === "unverified" && listing.ocop_stars !== ocop.ocop_stars,
    row: {
      unit: changes.unit ?? listing.unit,
      material: changes.material === undefined ? listing.material : changes.material || null,
      category_id: changes.category_id ?? listing.category_id,
      weight_grams: changes.weight_grams ?? listing.weight_grams,
      ...(claimed ? ocop : {}),
    },
  })
})

type Row = { id: string } & Partial<{ vsic_code: string; vsic_version: string; category_id: string }>

const updateRowStep = createStep(
  "update-listing-row",
  async (row: Row, { container }) => {
    const catalogue = container.resolve(CATALOGUE)
    const before = await catalogue.retrieveListing(row.id)
    await catalogue.updateListings(row)
    return new StepResponse(row.id, before)
  },
  async (before, { container }) => {
    if (before) await container.resolve(CATALOGUE).updateListings(before)
  },
)

/** Changes a listing of the producer that asks; price, stock and words in Medusa, the rest in the listing. */
export const updateListingWorkflow = createWorkflow("update-listing", (input: UpdateListingInput) => {
  const plan = planStep(input)
  const filed = when({ plan }, ({ plan }) => plan.moves).then(() =>
    fileListingStep(
      transform({ input, plan }, ({ input, plan }) => ({
        producer_id: input.producer_id,
        category_id: plan.row.category_id,
      })),
    ),
  )
  updateRowStep(
    transform({ input, plan, filed }, ({ input, plan, filed }) => ({ id: input.listing_id, ...plan.row, ...filed })),
  )

  updateProductsWorkflow.runAsStep({
    input: transform({ input, plan }, ({ input: { changes }, plan }) => {
      const product: UpdateProductsWorkflowInputProducts["products"][number] = { id: plan.product_id }
      if (changes.title !== undefined) product.title = changes.title
      if (changes.description !== undefined) product.description = changes.description ?? ""
      if (changes.material !== undefined) product.material = changes.material ?? ""
      if (changes.weight_grams !== undefined) product.weight = changes.weight_grams
      if (changes.price !== undefined) {
        product.variants = [{ id: plan.variant_id, prices: [{ amount: changes.price, currency_code: "vnd" }] }]
      }
      return { products: [product] }
    }),
  })

  when({ input }, ({ input }) => input.changes.stock !== undefined).then(() => {
    const store = ensureProducerStoreStep(input)
    updateInventoryLevelsWorkflow.runAsStep({
      input: transform({ input, plan, store }, ({ input, plan, store }) => ({
        updates: [
          {
            inventory_item_id: plan.inventory_item_id,
            location_id: store.stock_location_id,
            stocked_quantity: input.changes.stock,
          },
        ],
      })),
    })
  })

  when({ plan }, ({ plan }) => plan.claims).then(() =>
    recordActStep(
      transform({ input, plan }, ({ input, plan }) => ({
        subject_kind: "listing" as const,
        subject_id: input.listing_id,
        act: "claim_ocop",
        actor: input.actor,
        detail: { ...plan.row },
      })),
    ),
  )
  return new WorkflowResponse(plan.product_id)
})
