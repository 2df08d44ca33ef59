import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { keepPhoto, type StoredPhoto } from "../diary/keep-photo"
import { knownStep, type RecordedStep } from "../diary/known-step"
import { wordsOf } from "../diary/read-vocabulary"
import { type StepExtras, withExtras } from "../diary/step-extras"
import { appendEvents } from "../repository/append-events"
import { lotUri } from "./lot-address"
import { lotEvent, type Place, recordContext } from "./lot-event"
import { momentOf, notAhead } from "./lot-time"
import type { NewStep } from "./open-lot"
import type { RequestMark } from "./request-mark"

export type AddedStep = NewStep &
  StepExtras & {
    publicUrl: string
    producer_id: string
    lot_id: string
    place: Place
    photo?: StoredPhoto
    request?: RequestMark
  }

/** Adds what was done to a lot of this producer; a lot of another is not found. A repeated request adds nothing. */
export const addStep = (pg: Knex, { lot_id, producer_id, request, photo, ...step }: AddedStep): Promise<RecordedStep> =>
  pg.transaction(async (trx) => {
    const [lot] = await trx("lot").where({ id: lot_id, producer_id, deleted_at: null }).select("code")
    if (!lot) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có lô hàng này")
    const before = await knownStep(trx, { producer_id, lot_id, request })
    if (before) return before
    const word = (await wordsOf(trx, [step.step])).get(step.step)
    if (!word) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "A step lost its word")
    const now = new Date()
    const event = lotEvent({
      ...step,
      word,
      producer_id,
      code: lot.code,
      happened_at: momentOf(notAhead(step.happened_at, now), now),
    })
    const [added] = await appendEvents(trx, [
      {
        producer_id,
        lot_id,
        place: step.place,
        step: step.step,
        note: step.note,
        request,
        context: recordContext(step.publicUrl),
        lots: new Map([[lotUri(step.publicUrl, lot.code), lot_id]]),
        event: withExtras(event, { ...step, photos: photo && [photo.sha256] }, word),
      },
    ])
    if (!added) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "A step was not stored")
    const { id, known } = added
    if (known) return (await knownStep(trx, { producer_id, lot_id, request })) ?? { id, photo: false, known }
    if (photo) await keepPhoto(trx, { producer_id, lot_id, event_row_id: id, of_event_row_id: id }, photo)
    return { id, photo: photo !== undefined, known }
  })
