import type { MedusaResponse } from "@medusajs/framework/http"
import { ListingChanges, updateListingWorkflow } from "../../../../../workflows/update-listing"
import type { ProducerRequest } from "../../../../actors"
import { actorOf, checkBody, listingIdOf, sendListing } from "../request"

export const GET = (req: ProducerRequest, res: MedusaResponse) => sendListing(req, res, listingIdOf(req))

/** Changes what is named in the body and leaves the rest. */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const listing_id = listingIdOf(req)
  const changes = checkBody(req, ListingChanges.strict())
  await updateListingWorkflow(req.scope).run({
    input: { producer_id: req.producer.id, listing_id, changes, actor: actorOf(req) },
  })
  return sendListing(req, res, listing_id)
}
