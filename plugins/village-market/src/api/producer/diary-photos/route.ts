import type { MedusaResponse } from "@medusajs/framework/http"
import { listing } from "../../../web/text/listing"
import { attachPhoto } from "../../../workflows/attach-photo"
import type { ProducerRequest } from "../../actors"
import { readEntry, refuse, refusePhoto } from "../diary/read-entry"

/** The photo of a step from the phone's queue that came after it: `event` is the step's id. Sent twice it is added once. */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const entry = await readEntry(req, res)
  if (!entry) return
  const { lang, values, bytes } = entry
  if (!bytes) return refuse(res, 400, "photo", listing[lang].photoMissing)
  const event_row_id = values.event ?? ""
  const attached = await attachPhoto(req.scope, { producer_id: req.producer.id, event_row_id }, bytes)
  if (!attached.ok) return refusePhoto(req, res, attached.why)
  res.status(201).json({ entry: { id: event_row_id, photo: true } })
}
