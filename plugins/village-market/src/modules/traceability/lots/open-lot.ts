import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { wordsOf } from "../diary/read-vocabulary"
import { COMMISSIONING } from "../diary/vocabulary"
import { appendEvents } from "../repository/append-events"
import { lotUri } from "./lot-address"
import { newLotCode } from "./lot-code"
import { lotEvent, type Place, recordContext } from "./lot-event"
import { eventTime, momentOf } from "./lot-time"
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
    const making: NewStep = { step: COMMISSIONING.id, happened_at: lot.made_on }
    const words = await wordsOf(
      trx,
      lot.steps.map(({ step }) => step),
    )
    const events = [...lot.steps, making].sort((a, b) => instant(a) - instant(b))
    const now = new Date()
    const lots = new Map([[lotUri(lot.publicUrl, code), id]])
    await appendEvents(
      trx,
      events.map(({ step, happened_at, note }, n) => ({
        producer_id: lot.producer_id,
        lot_id: id,
        place: lot.place,
        lots,
        context: recordContext(lot.publicUrl),
        step,
        note,
        event: lotEvent({
          ...{ publicUrl: lot.publicUrl, producer_id: lot.producer_id, place: lot.place, code, note },
          word: words.get(step) ?? COMMISSIONING,
          happened_at: momentOf(happened_at, now),
          lot: events[n] === making ? lot : undefined,
        }),
      })),
    )
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
