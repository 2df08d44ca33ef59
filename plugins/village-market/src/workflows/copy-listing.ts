import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { LIMITS } from "../modules/catalogue/listing-limits"
import { createListingWorkflow } from "./create-listing"
import { ownListing } from "./reads/own-listings"

export const CopyListingInput = z.object({ producer_id: z.string(), listing_id: z.string() })
export type CopyListingInput = z.infer<typeof CopyListingInput>

const SUFFIX = " (bản sao)"

const describeCopyStep = createStep(
  "describe-copy",
  async ({ producer_id, listing_id }: CopyListingInput, { container }) => {
    const { listing, title, description, price } = await ownListing(container, producer_id, listing_id)
    return new StepResponse({
      producer_id,
      title: `${title.slice(0, LIMITS.title.max - SUFFIX.length)}${SUFFIX}`,
      description,
      price,
      stock: 0,
      unit: listing.unit,
      material: listing.material,
      category_id: listing.category_id,
      vsic_code: listing.vsic_code,
      weight_grams: listing.weight_grams,
      is_demo: listing.is_demo,
      hidden: true,
    })
  },
)

/**
 * A second product like the first, to be changed before anybody sees it: hidden, none in stock, without photos, and
 * without OCOP stars, which are given to one product by name.
 */
export const copyListingWorkflow = createWorkflow(
  "copy-listing",
  (input: CopyListingInput) =>
    new WorkflowResponse(createListingWorkflow.runAsStep({ input: describeCopyStep(input) })),
)
