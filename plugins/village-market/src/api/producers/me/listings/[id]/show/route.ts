import type { MedusaResponse } from "@medusajs/framework/http"
import { setListingVisibilityWorkflow } from "../../../../../../workflows/set-listing-visibility"
import type { ProducerRequest } from "../../../../../actors"
import { actorOf, listingIdOf, sendListing } from "../../request"

export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const listing_id = listingIdOf(req)
  await setListingVisibilityWorkflow(req.scope).run({
    input: { producer_id: req.producer.id, listing_id, hidden: false, actor: actorOf(req) },
  })
  return sendListing(req, res, listing_id)
}
