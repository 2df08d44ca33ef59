import type { MedusaResponse } from "@medusajs/framework/http"
import { ownListing } from "../../../../../../../workflows/reads/own-listings"
import { removePhotoWorkflow } from "../../../../../../../workflows/remove-photo"
import type { ProducerRequest } from "../../../../../../actors"
import { listingIdOf, sendListing } from "../../../request"

export const DELETE = async (req: ProducerRequest, res: MedusaResponse) => {
  const { listing } = await ownListing(req.scope, req.producer.id, listingIdOf(req))
  await removePhotoWorkflow(req.scope).run({ input: { listing_id: listing.id, photo_id: String(req.params.photoId) } })
  return sendListing(req, res, listing.id)
}
