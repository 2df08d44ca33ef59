import type { MedusaResponse } from "@medusajs/framework/http"
import { copyListingWorkflow } from "../../../../../../workflows/copy-listing"
import type { ProducerRequest } from "../../../../../actors"
import { listingIdOf, refuseDraft, sendListing } from "../../request"

/** 201 with the copy, hidden and with nothing in stock. */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  refuseDraft(req)
  const { result } = await copyListingWorkflow(req.scope).run({
    input: { producer_id: req.producer.id, listing_id: listingIdOf(req) },
  })
  return sendListing(req, res, result.listing_id, 201)
}
