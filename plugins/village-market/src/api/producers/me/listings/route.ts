import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { ListingFields } from "../../../../modules/catalogue/listing-fields"
import { settingsOf } from "../../../../settings"
import { createListingWorkflow } from "../../../../workflows/create-listing"
import { createListingOnce } from "../../../../workflows/create-listing-once"
import { ownListings } from "../../../../workflows/reads/own-listings"
import type { ProducerRequest } from "../../../actors"
import { listingJson } from "./listing-json"
import { actorOf, checkBody, refuseDraft, say, sendListing } from "./request"

export const GET = async (req: ProducerRequest, res: MedusaResponse) => {
  const settings = settingsOf(req.scope)
  const listings = await ownListings(req.scope, req.producer.id)
  res.json({ listings: listings.map((own) => listingJson(own, settings)) })
}

/** 201 with the listing; with an `Idempotency-Key` header a repetition answers 200 with the first one's listing. */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  refuseDraft(req)
  const fields = checkBody(req, ListingFields.strict())
  const input = { ...fields, producer_id: req.producer.id, actor: actorOf(req) }
  const key = req.get("idempotency-key")?.trim()
  if (!key) {
    const { result } = await createListingWorkflow(req.scope).run({ input })
    return sendListing(req, res, result.listing_id, 201)
  }
  const t = say(req)
  if (key.length > 200) throw new MedusaError(MedusaError.Types.INVALID_DATA, t.keyLong)
  const posted = await createListingOnce(req.scope, input, key)
  if (!posted.ok) throw new MedusaError(MedusaError.Types.DUPLICATE_ERROR, t.keyReused)
  return sendListing(req, res, posted.listing_id, posted.repeated ? 200 : 201)
}
