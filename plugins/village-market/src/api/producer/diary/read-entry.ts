import type { MedusaResponse } from "@medusajs/framework/http"
import { readUpload } from "../../../evidence/read-upload"
import { pickLanguage } from "../../../web/language"
import { diary } from "../../../web/text/diary"
import { listing } from "../../../web/text/listing"
import type { AddPhotoTrouble } from "../../../workflows/add-photo"
import type { ProducerRequest } from "../../actors"
import { photoStatus } from "../../producers/me/listings/photo-status"
import { textsOf } from "../lots/read-lot-form"

/** What the phone's queue sent, once it is of the household that is logged in; undefined when it was answered already. */
export async function readEntry(req: ProducerRequest, res: MedusaResponse) {
  const lang = pickLanguage(req)
  const upload = await readUpload(req, res, "photo")
  if (!upload.ok) {
    refuse(res, photoStatus(upload.why), "photo", listing[lang][upload.why])
    return undefined
  }
  const values = textsOf(upload.fields)
  // The phone keeps entries through a logout: whoever logs in next on it must not send them as its own.
  if (values.household !== req.producer.id) {
    refuse(res, 409, "household", diary[lang].otherHousehold)
    return undefined
  }
  return { lang, values, bytes: upload.bytes }
}

/** A refusal the phone can read: `code` tells what can be done about it, `now` what time it is. */
export const refuse = (res: MedusaResponse, status: number, code: string, message: string) =>
  void res.status(status).json({ code, message, now: new Date().toISOString() })

/** A photo that cannot be used; one that only came at a busy moment is tried again by the phone. */
export const refusePhoto = (req: ProducerRequest, res: MedusaResponse, why: AddPhotoTrouble) => {
  const lang = pickLanguage(req)
  refuse(res, photoStatus(why), "photo", why === "too_many_photos" ? diary[lang].photosMany : listing[lang][why])
}
