import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CATALOGUE } from "../../modules/catalogue"

type Adoption = { draft_id: string; listing_id: string }

/** A posted draft hands its photos to the listing and is gone; both come back if posting fails after all. */
export const adoptDraftStep = createStep(
  "adopt-draft",
  async ({ draft_id, listing_id }: Adoption, { container }) => {
    const catalogue = container.resolve(CATALOGUE)
    await catalogue.updatePictures({ selector: { listing_id: draft_id }, data: { listing_id } })
    await catalogue.softDeleteListingDrafts([draft_id])
    return new StepResponse(listing_id, { draft_id, listing_id })
  },
  async (adoption, { container }) => {
    if (!adoption) return
    const { draft_id, listing_id } = adoption
    const catalogue = container.resolve(CATALOGUE)
    await catalogue.restoreListingDrafts([draft_id])
    await catalogue.updatePictures({ selector: { listing_id }, data: { listing_id: draft_id } })
  },
)
