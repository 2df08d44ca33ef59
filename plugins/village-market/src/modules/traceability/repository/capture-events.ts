import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { eventHash } from "../epcis/event-hash"
import type { Problem } from "../epcis/problem"
import type { Place } from "../lots/lot-event"
import { appendEvents, type NewEvent } from "./append-events"
import { type EpcisEvent, textOf } from "./epcis-event"
import { documentContext } from "./event-context"
import { thingsOf } from "./event-things"
import { correctiveIds, type Identified, judgeCapture, type Version } from "./judge-capture"
import { ownLots } from "./own-lots"

/** Who states the events: a producer, where it works, and the address under which its lots are known. */
export type Capturer = { producer_id: string; place: Place; publicUrl: string }

/** What became of each event, in the order given. */
export type Captured =
  | { outcome: "stored" | "known"; event_id: string }
  | { outcome: "refused"; event_id: string; problem: Problem }

/**
 * Stores validated events as statements of their capturer, in the caller's transaction. With `allOrNothing` one refusal
 * means that none is stored. Captures of one producer follow one another, so that versions are counted rightly; those of
 * different producers meet only at the log, for a moment.
 */
export async function captureEvents(
  trx: Knex.Transaction,
  capturer: Capturer,
  events: EpcisEvent[],
  { capture_id, allOrNothing }: { capture_id?: string; allOrNothing: boolean },
): Promise<Captured[]> {
  const { producer_id, place, publicUrl } = capturer
  const context = documentContext(publicUrl)
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`epcis capture of ${producer_id}`])
  const identified = events.map((event) => ({
    event,
    eventID: textOf(event.eventID) ?? eventHash(event, { context }),
  }))
  const versions = await storedVersions(trx, producer_id, identified)
  const lots = await ownLots(trx, capturer, new Set(events.flatMap((event) => thingsOf(event).map(({ uri }) => uri))))
  const inDocument = new Set(identified.map(({ eventID }) => eventID))
  const exists = (id: string) => versions.has(id) || inDocument.has(id)
  const added: NewEvent[] = []
  const captured = identified.map(({ event, eventID }): Captured => {
    const before = versions.get(eventID) ?? []
    const judged = judgeCapture({ event, eventID }, before, exists, context)
    if (judged.outcome === "refused") return { ...judged, event_id: eventID }
    if (judged.outcome === "known") return { outcome: "known", event_id: eventID }
    const { version, of } = judged
    const diary = of && { lot_id: of.lot_id ?? undefined, step: of.step ?? undefined, note: of.note ?? undefined }
    added.push({ producer_id, place, context, capture_id, lots, version, event: { ...event, eventID }, ...diary })
    const inDiary = { lot_id: of?.lot_id ?? null, step: of?.step ?? null, note: of?.note ?? null }
    versions.set(eventID, [...before, { ...inDiary, version, event: { ...event, eventID, recordTime: "" } }])
    return { outcome: "stored", event_id: eventID }
  })
  if (!(allOrNothing && captured.some(({ outcome }) => outcome === "refused"))) await appendEvents(trx, added)
  return captured
}

/** What is stored of this owner under the ids of these events and of those that they name as corrective. */
async function storedVersions(trx: Knex.Transaction, producer_id: string, events: Identified[]) {
  const ids = new Set(events.flatMap(({ event, eventID }) => [eventID, ...correctiveIds(event)]))
  const rows: (Version & { event_id: string })[] = await trx("epcis_event")
    .where({ producer_id })
    .andWhereRaw("event_id = any (?::text[])", [[...ids]])
    .orderBy("version")
    .select("event_id", "event", "version", "lot_id", "step", "note")
  const versions = new Map<string, Version[]>()
  for (const { event_id, ...version } of rows) versions.set(event_id, [...(versions.get(event_id) ?? []), version])
  return versions
}
