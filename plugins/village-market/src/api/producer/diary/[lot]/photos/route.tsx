import { MedusaError } from "@medusajs/framework/utils"
import { readUpload } from "../../../../../evidence/read-upload"
import { page } from "../../../../../web/page"
import { diary } from "../../../../../web/text/diary"
import { listing } from "../../../../../web/text/listing"
import { attachPhoto } from "../../../../../workflows/attach-photo"
import type { ProducerRequest } from "../../../../actors"

/** A photo for a step that was recorded before, by a plain form. */
export const POST = page<ProducerRequest>(async (req, page, res) => {
  const t = listing[page.lang]
  const refuse = (message: string) => {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message)
  }
  const upload = await readUpload(req, res, "photo")
  if (!upload.ok) return refuse(t[upload.why])
  if (!upload.bytes) return refuse(t.photoMissing)
  const of = { producer_id: req.producer.id, event_row_id: String(upload.fields.event ?? "") }
  const attached = await attachPhoto(req.scope, of, upload.bytes)
  if (!attached.ok) return refuse(attached.why === "too_many_photos" ? diary[page.lang].photosMany : t[attached.why])
  return { redirect: `/producer/diary/${String(req.params.lot)}?saved=photo` }
})
