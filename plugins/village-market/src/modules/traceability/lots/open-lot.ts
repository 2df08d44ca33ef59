import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { wordsOf } from "../diary/read-vocabulary"
import { COMMISSIONING } from "../diary/vocabulary"
import { appendEvents } from "../repository/append-events"
import { insertLot, type LotFields } from "./insert-lot"
import { lotUri } from "./lot-address"
import { lotEvent, type Place, recordContext } from "./lot-event"
import { type LotOrigin, writeSource } from "./lot-origin"
import { eventTime, momentOf } from "./lot-time"
import type { RequestMark } from "./request-mark"

export type NewStep = { step: string; happened_at: string; note?: string }

export type NewLot = LotFields & {
  publicUrl: string
  place: Place
  steps: NewStep[]
  /** From whom it came, where it came from elsewhere. */
  origin?: LotOrigin
  request?: RequestMark
}

export type OpenedLot = { id: string; code: string }

/** A new lot with its making and its steps, in the order in which they happened; all in one transaction. */
export const openLot = (pg: Knex, lot: NewLot): Promise<OpenedLot> =>
  pg.transaction(async (trx) => {
    const { publicUrl, place, steps, origin, request, ...fields } = lot
    const { id, code, known } = await insertLot(trx, fields, request)
    if (known) return { id, code }
    const source = origin ? await writeSource(trx, id, origin) : null
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
          source: events[n] === making && source ? lotUri(publicUrl, source) : undefined,
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
