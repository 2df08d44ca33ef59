import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { readUpload } from "../../../../../../evidence/read-upload"
import { storeReceipt } from "../../../../../../evidence/store-receipt"
import { ownPartId } from "../../../../../../seller/own-acts"
import { pickLanguage } from "../../../../../../web/language"
import { portal } from "../../../../../../web/text/portal"
import type { ProducerRequest } from "../../../../../actors"

/** multipart/form-data, `file`: a photo (or PDF) that shows that cash was paid; its id is the proof of `cash.proof`. */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const t = portal[pickLanguage(req)]
  const part_id = await ownPartId(req.scope, req.producer.id, String(req.params.id))
  const upload = await readUpload(req, res)
  const refuse = (status: number, message: string) =>
    void res.status(status).json({ type: MedusaError.Types.INVALID_DATA, message })
  if (!upload.ok || !upload.bytes) {
    const large = !upload.ok && upload.why === "file_too_large"
    return refuse(large ? 413 : 400, large ? t.file_too_large : t.file_missing)
  }
  const stored = await storeReceipt(req.scope, upload.bytes, { part_id, sent_by: req.producer.id })
  if (!stored.ok) return refuse(400, t[stored.why])
  res.status(201).json({ receipt: { id: stored.id } })
}
