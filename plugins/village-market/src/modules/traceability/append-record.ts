import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { appendLeaves } from "./log/append-leaves"
import type { LotRecord, Place } from "./lots/lot-record"
import type { RequestMark } from "./lots/request-mark"

export type NewEvent = {
  lot_id: string
  record: LotRecord
  place: Place
  step: string
  note?: string
  request?: RequestMark
}

/**
 * Stores a record and logs it, both or neither: the caller's transaction decides.
 * Returns undefined when the same request has been answered before.
 */
export async function appendRecord(
  trx: Knex.Transaction,
  event: NewEvent,
): Promise<{ id: string; seq: number } | undefined> {
  const { record, place } = event
  const id = generateEntityId(undefined, "lev")
  const stored = await trx("lot_event")
    .insert({
      id,
      lot_id: event.lot_id,
      event_id: record.eventID,
      type: record.type,
      action: record.action,
      biz_step: record.bizStep,
      step: event.step,
      event_time: record.eventTime,
      event_time_zone_offset: record.eventTimeZoneOffset,
      village_id: place.village?.id ?? null,
      commune_code: place.commune.code,
      note: event.note ?? null,
      record: JSON.stringify(record),
      request_key: event.request?.key ?? null,
      request_hash: event.request?.hash ?? null,
    })
    .onConflict(trx.raw("(lot_id, request_key) where request_key is not null and deleted_at is null"))
    .ignore()
    .returning("id")
  if (stored.length === 0) return undefined

  const [seq] = await appendLeaves(trx, [{ event_row_id: id, record }])
  return seq === undefined ? undefined : { id, seq }
}
