import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
  when,
} from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { CATALOGUE } from "../modules/catalogue"
import { ownListing } from "./reads/own-listings"
import { type Actor, recordActStep } from "./steps/record-act"
import { syncProductStatusStep } from "./steps/sync-product-status"

export const SetListingVisibilityInput = z.object({
  producer_id: z.string(),
  listing_id: z.string(),
  hidden: z.boolean(),
  actor: z.custom<Actor>(),
})
export type SetListingVisibilityInput = z.infer<typeof SetListingVisibilityInput>

const setHiddenStep = createStep(
  "set-listing-hidden",
  async ({ producer_id, listing_id, hidden }: SetListingVisibilityInput, { container }) => {
    const { listing } = await ownListing(container, producer_id, listing_id)
    const { product_id } = listing
    const changed = listing.hidden !== hidden
    if (changed) await container.resolve(CATALOGUE).updateListings({ id: listing.id, hidden })
    return new StepResponse({ product_id, changed }, { id: listing.id, hidden: listing.hidden })
  },
  async (before, { container }) => {
    if (before) await container.resolve(CATALOGUE).updateListings(before)
  },
)

/** Takes a product off the market or shows it again; asking twice changes and records nothing more. */
export const setListingVisibilityWorkflow = createWorkflow(
  "set-listing-visibility",
  (input: SetListingVisibilityInput) => {
    const set = setHiddenStep(input)
    syncProductStatusStep(transform({ input, set }, ({ input, set }) => ({ ...input, product_id: set.product_id })))
    when({ set }, ({ set }) => set.changed).then(() =>
      recordActStep(
        transform({ input }, ({ input }) => ({
          subject_kind: "listing" as const,
          subject_id: input.listing_id,
          act: input.hidden ? "hide" : "show",
          actor: input.actor,
        })),
      ),
    )
    return new WorkflowResponse(set)
  },
)
