import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { type AppendedEvent, appendEvents } from "../repository/append-events"
import type { EpcisEvent } from "../repository/epcis-event"
import { type Place, recordContext } from "./lot-event"

export const ERROR_REASONS = ["did_not_occur", "incorrect_data"] as const
export type ErrorReason = (typeof ERROR_REASONS)[number]

export type WrongEvent = {
  /** Row of `epcis_event`. */
  id: string
  /** The lot whose page shows the correction. */
  lot_id: string
  /** What stands in its place, where something does. */
  replacement?: AppendedEvent
  quantity_before?: number
  quantity_after?: number
}

export type ErrorDeclaration = {
  producer_id: string
  publicUrl: string
  place: Place
  target: "step" | "amount" | "change"
  change_id?: string
  reason: ErrorReason
  note: string | null
  request?: { key: string; hash: string }
}

type Row = {
  id: string
  event_id: string
  version: number
  event: EpcisEvent
  lot_id: string | null
  step: string | null
  note: string | null
}

/**
 * Declares events wrong as EPCIS 2.0 §7.4.1.4 says: each once more under its own eventID, as the next version, with an
 * `errorDeclaration` that names the events in its place. Nothing is edited; the first row carries the request's key.
 * @throws CONFLICT for an event that was declared wrong before.
 */
export async function declareErrors(trx: Knex.Transaction, wrong: WrongEvent[], how: ErrorDeclaration): Promise<void> {
  const { rows } = await trx.raw<{ rows: Row[] }>(
    `select id, event_id, version, event, lot_id, step, note from epcis_event
     where id = any (?::text[]) and producer_id = ? and error_reason is null
       and not exists (select from lot_correction c where c.event_row_id = epcis_event.id)`,
    [wrong.map(({ id }) => id), how.producer_id],
  )
  const found = wrong.map((one) => ({ ...one, row: rows.find(({ id }) => id === one.id) }))
  const declarationTime = new Date().toISOString()
  const declared = await appendEvents(
    trx,
    found.map(({ row, replacement }) => {
      if (!row) throw new MedusaError(MedusaError.Types.CONFLICT, "Điều này đã được sửa rồi")
      const { recordTime: _, ...event } = row.event
      return {
        ...{ producer_id: how.producer_id, place: how.place, context: recordContext(how.publicUrl) },
        ...{ lot_id: row.lot_id ?? undefined, step: row.step ?? undefined, note: row.note ?? undefined },
        version: row.version + 1,
        event: {
          ...event,
          type: row.event.type,
          eventTime: row.event.eventTime,
          eventTimeZoneOffset: row.event.eventTimeZoneOffset,
          eventID: row.event_id,
          errorDeclaration: {
            declarationTime,
            reason: how.reason,
            ...(replacement && { correctiveEventIDs: [replacement.event_id] }),
          },
        },
      }
    }),
  )
  await trx("lot_correction").insert(
    wrong.map((one, n) => ({
      ...{ id: generateEntityId(undefined, "lco"), producer_id: how.producer_id, lot_id: one.lot_id },
      ...{ target: how.target, change_id: how.change_id ?? null, reason: how.reason, note: how.note },
      ...{ event_row_id: one.id, declaration_row_id: declared[n]?.id, replacement_row_id: one.replacement?.id ?? null },
      ...{ quantity_before: one.quantity_before ?? null, quantity_after: one.quantity_after ?? null },
      ...(n === 0 && how.request ? { request_key: how.request.key, request_hash: how.request.hash } : {}),
    })),
  )
}
