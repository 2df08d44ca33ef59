import { randomUUID } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { appendRecord } from "../append-record"
import { wordsOf } from "../diary/read-vocabulary"
import { COMMISSIONING } from "../diary/vocabulary"
import { newLotCode } from "./lot-code"
import { lotRecord, type Place } from "./lot-record"
import { eventTime } from "./lot-time"
import { type RequestMark, sameRequest } from "./request-mark"

export type NewStep = { step: string; happened_at: string; note?: string }

export type NewLot = {
  publicUrl: string
  producer_id: string
  listing_id: string
  title: string
  unit: string
  quantity: number
  made_on: string
  expires_on: string | null
  place: Place
  steps: NewStep[]
  request?: RequestMark
}

export type OpenedLot = { id: string; code: string }

/** Forty random bits collide once in a million lots or so; then the next throw will do. */
const THROWS = 5

/** A new lot with its making and its steps, in the order in which they happened; all in one transaction. */
export const openLot = (pg: Knex, lot: NewLot): Promise<OpenedLot> =>
  pg.transaction(async (trx) => {
    const { id, code, known } = await insertLot(trx, lot)
    if (known) return { id, code }
    const making = { step: COMMISSIONING.id, happened_at: lot.made_on }
    const words = await wordsOf(
      trx,
      lot.steps.map(({ step }) => step),
    )
    const events = [...lot.steps, making].sort((a, b) => instant(a) - instant(b))
    for (const event of events) {
      const about = event === making ? { title: lot.title, expires_on: lot.expires_on } : undefined
      const record = lotRecord({
        ...lot,
        ...event,
        word: words.get(event.step) ?? COMMISSIONING,
        code,
        event_id: `urn:uuid:${randomUUID()}`,
        recorded_at: new Date(),
        lot: about,
      })
      await appendRecord(trx, { lot_id: id, record, place: lot.place, ...event })
    }
    return { id, code }
  })

const instant = ({ happened_at }: { happened_at: string }) => new Date(eventTime(happened_at).time).getTime()

async function insertLot(trx: Knex.Transaction, lot: NewLot): Promise<OpenedLot & { known: boolean }> {
  const { producer_id, listing_id, title, unit, quantity, made_on, expires_on, request } = lot
  for (let n = 0; n < THROWS; n++) {
    const row = { id: generateEntityId(undefined, "lot"), code: newLotCode() }
    const made = await trx("lot")
      .insert({
        ...row,
        producer_id,
        listing_id,
        title,
        unit,
        quantity,
        made_on,
        expires_on,
        request_key: request?.key ?? null,
        request_hash: request?.hash ?? null,
      })
      .onConflict()
      .ignore()
      .returning("id")
    if (made.length > 0) return { ...row, known: false }
    const [before] = request ? await trx("lot").where({ producer_id, request_key: request.key }) : []
    if (request && before) {
      sameRequest(before.request_hash, request)
      return { id: before.id, code: before.code, known: true }
    }
  }
  throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "No free code was found for a lot")
}
