import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { readUpload } from "../../../../../../evidence/read-upload"
import { addPhoto } from "../../../../../../workflows/add-photo"
import { ownListing } from "../../../../../../workflows/reads/own-listings"
import type { ProducerRequest } from "../../../../../actors"
import { photoStatus } from "../../photo-status"
import { listingIdOf, say, sendListing } from "../../request"

/** multipart/form-data: `photo` (JPEG, PNG, WebP or AVIF, at most 12 MB) and if wanted `alt`. 201 with the listing. */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const t = say(req)
  const { listing } = await ownListing(req.scope, req.producer.id, listingIdOf(req))
  const upload = await readUpload(req, res, "photo")
  if (!upload.ok) return refuse(res, photoStatus(upload.why), t[upload.why])
  if (!upload.bytes) return refuse(res, 400, t.photoMissing)
  const alt = typeof upload.fields.alt === "string" ? upload.fields.alt.trim().slice(0, 200) : ""
  const added = await addPhoto(req.scope, { listing_id: listing.id, buffer: upload.bytes, alt: alt || null })
  if (!added.ok) return refuse(res, photoStatus(added.why), t[added.why])
  return sendListing(req, res, listing.id, 201)
}

const refuse = (res: MedusaResponse, status: number, message: string) =>
  void res.status(status).json({ type: MedusaError.Types.INVALID_DATA, message })
