import { randomUUID } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { appendRecord } from "../append-record"
import { wordsOf } from "../diary/read-vocabulary"
import { lotRecord, type Place } from "./lot-record"
import type { NewStep } from "./open-lot"
import { type RequestMark, sameRequest } from "./request-mark"

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
    const record = lotRecord({
      ...step,
      word,
      producer_id,
      code: lot.code,
      event_id: `urn:uuid:${randomUUID()}`,
      recorded_at: new Date(),
    })
    const added = await appendRecord(trx, { ...step, lot_id, record, request })
    if (added) return { id: added.id }
    const [known] = request ? await trx("lot_event").where({ lot_id, request_key: request.key }) : []
    if (!known || !request)
      throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "A step was neither stored nor known")
    sameRequest(known.request_hash, request)
    return { id: known.id }
  })
