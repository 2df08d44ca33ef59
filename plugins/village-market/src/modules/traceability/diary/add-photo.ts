import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { lotUri } from "../lots/lot-address"
import { type LotRecord, lotEvent, type Place, recordContext } from "../lots/lot-event"
import { appendEvents } from "../repository/append-events"
import { EVENT_DIGEST } from "../repository/public-record"
import { keepPhoto, type StoredPhoto } from "./keep-photo"
import { withExtras } from "./step-extras"
import { PHOTO_LATER } from "./vocabulary"

export const PHOTOS_OF_A_STEP = 4

export type AddedPhoto = {
  publicUrl: string
  producer_id: string
  /** The step that it shows, as a row of `epcis_event`. */
  event_row_id: string
  place: Place
  photo: StoredPhoto
}
export type PhotoAdded = { ok: true; known: boolean } | { ok: false; why: "too_many_photos" }

/**
 * Adds a photo that came after its step by a further event, which names the photo and binds it to the step's record:
 * nothing that is recorded is changed. The same file sent again adds nothing; the step of another producer is not found.
 */
export const addPhotoLater = (pg: Knex, added: AddedPhoto): Promise<PhotoAdded> =>
  pg.transaction(async (trx) => {
    const { publicUrl, producer_id, event_row_id, place, photo } = added
    // The lot's row is locked so that one upload sent twice at once is counted one after the other.
    const { rows } = await trx.raw<{ rows: { lot_id: string; code: string; record: LotRecord }[] }>(
      `select e.lot_id, lot.code, e.record from epcis_event e join lot on lot.id = e.lot_id and lot.deleted_at is null
       where e.id = ? and e.producer_id = ? and lot.producer_id = e.producer_id and e.step <> ? and e.version = 0
       for update of lot`,
      [event_row_id, producer_id, PHOTO_LATER.id],
    )
    const [step] = rows
    if (!step) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có việc này trong nhật ký")
    const there: { upload_sha256: string; sha256: string }[] = await trx("diary_photo").where({
      of_event_row_id: event_row_id,
    })
    if (there.some((one) => one.upload_sha256 === photo.upload_sha256 || one.sha256 === photo.sha256))
      return { ok: true, known: true }
    if (there.length >= PHOTOS_OF_A_STEP) return { ok: false, why: "too_many_photos" }
    const event = lotEvent({
      ...{ publicUrl, producer_id, place, code: step.code, word: PHOTO_LATER },
      happened_at: new Date().toISOString(),
    })
    const photo_of = String(step.record[EVENT_DIGEST] ?? step.record.eventID)
    const [written] = await appendEvents(trx, [
      {
        ...{ producer_id, place, lot_id: step.lot_id, step: PHOTO_LATER.id },
        context: recordContext(publicUrl),
        lots: new Map([[lotUri(publicUrl, step.code), step.lot_id]]),
        event: withExtras(event, { photos: [photo.sha256], photo_of }, { asks_input: false }),
      },
    ])
    if (!written) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "A photo's event was not stored")
    const bound = { producer_id, lot_id: step.lot_id, event_row_id: written.id, of_event_row_id: event_row_id }
    await keepPhoto(trx, bound, photo)
    return { ok: true, known: false }
  })
