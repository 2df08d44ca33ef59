import { randomBytes } from "node:crypto"
import { generateEntityId } from "@medusajs/framework/utils"
import { eventHash } from "../epcis/event-hash"
import type { NewEvent } from "./append-events"
import type { StoredEvent } from "./epcis-event"
import { columnsOf } from "./event-columns"
import { eventDigest } from "./event-digest"
import { publicRecord } from "./public-record"

export type EventRow = ReturnType<typeof eventRow>

/**
 * The row of a new event. From its second occurrence on, an event that is alike in all else says which one it is;
 * its id then differs too.
 */
export function eventRow(source: NewEvent, recordedAt: Date, occurrence: number) {
  const content = occurrence > 1 ? { ...source.event, "vm:occurrence": occurrence } : source.event
  const given = source.event.eventID
  const event: StoredEvent = {
    ...content,
    eventID: typeof given === "string" ? given : eventHash(content, { context: source.context }),
    recordTime: recordedAt.toISOString(),
  }
  const salt = randomBytes(32)
  return {
    id: generateEntityId(undefined, "eev"),
    producer_id: source.producer_id,
    version: source.version ?? 0,
    ...columnsOf(event),
    capture_id: source.capture_id ?? null,
    lot_id: source.lot_id ?? null,
    step: source.step ?? null,
    village_id: source.place.village?.id ?? null,
    commune_code: source.place.commune.code,
    note: source.note ?? null,
    event,
    event_salt: salt.toString("hex"),
    record: publicRecord(event, eventDigest(salt, event), { inDiary: source.lot_id !== undefined }),
    request_key: source.request?.key ?? null,
    request_hash: source.request?.hash ?? null,
    created_at: event.recordTime,
  }
}
