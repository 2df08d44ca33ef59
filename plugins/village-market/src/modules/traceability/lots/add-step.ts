import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { wordsOf } from "../diary/read-vocabulary"
import { appendEvents } from "../repository/append-events"
import { lotUri } from "./lot-address"
import { lotEvent, type Place, recordContext } from "./lot-event"
import { momentOf } from "./lot-time"
import type { NewStep } from "./open-lot"
import type { RequestMark } from "./request-mark"

export type AddedStep = NewStep & {
  publicUrl: string
  producer_id: string
  lot_id: string
  place: Place
  request?: RequestMark
}

/** Adds what was done to a lot of this producer; a lot of another is not found. A repeated request adds nothing. */
export const addStep = (pg: Knex, { lot_id, producer_id, request, ...step }: AddedStep): Promise<{ id: string }> =>
  pg.transaction(async (trx) => {
    const [lot] = await trx("lot").where({ id: lot_id, producer_id, deleted_at: null }).select("code")
    if (!lot) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có lô hàng này")
    const word = (await wordsOf(trx, [step.step])).get(step.step)
    if (!word) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "A step lost its word")
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
        event: lotEvent({
          ...step,
          word,
          producer_id,
          code: lot.code,
          happened_at: momentOf(step.happened_at, new Date()),
        }),
      },
    ])
    if (!added) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "A step was not stored")
    return { id: added.id }
  })
