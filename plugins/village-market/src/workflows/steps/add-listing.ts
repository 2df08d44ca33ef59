import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CATALOGUE } from "../../modules/catalogue"
import type { NewListing, NewPosting } from "../../modules/catalogue/service"

/** Stores a listing, with the request it answers; a failure of the workflow around it takes both away. */
export const addListingStep = createStep(
  "add-listing",
  async ({ listing, posting }: { listing: NewListing; posting?: NewPosting }, { container }) => {
    const { id } = await container.resolve(CATALOGUE).addListing(listing, posting)
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (!id) return
    const catalogue = container.resolve(CATALOGUE)
    await catalogue.deletePostings(await idsOf(catalogue.listPostings({ listing_id: id }, { select: ["id"] })))
    await catalogue.deleteListings(id)
  },
)

const idsOf = async (rows: Promise<{ id: string }[]>) => (await rows).map(({ id }) => id)
