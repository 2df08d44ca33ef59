import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { appendLeaves } from "../log/append-leaves"
import type { Json } from "../log/jcs"
import type { RequestMark } from "../lots/request-mark"
import type { EpcisEvent } from "./epcis-event"
import { type EventRow, eventRow } from "./event-row"
import { findKnown } from "./find-known"
import { insertEvents, insertThings } from "./insert-events"

export type NewEvent = {
  /** Whose statement it is: the owner of the lot for an event of a diary, else who captured it. */
  producer_id: string
  /** Without an `eventID` it gets its CBV 2.0 hash; `recordTime` is set here. */
  event: EpcisEvent
  /** The JSON-LD context in which the prefixes of the event mean something, where it does not carry it itself. */
  context?: Json
  /** Where the owner works; officials of this commune may read the event. */
  place: { village: { id: string } | null; commune: { code: string } }
  /** The lot in whose diary it stands, which makes its public form public. */
  lot_id?: string
  step?: string
  note?: string
  /** An event of a diary that comes again under the key of its request is written once. */
  request?: RequestMark
  capture_id?: string
  /** 0, or the next number where an error declaration follows under the same `eventID`. */
  version?: number
  /** The owner's lots among the things that the event names, by URI. */
  lots?: ReadonlyMap<string, string>
}

/** `known`: it was there before (same request, or same id and version) and nothing was written. `seq` is its line of the log. */
export type AppendedEvent = { id: string; event_id: string; version: number; seq: number; known: boolean }

type Draft = { source: NewEvent; row: EventRow; occurrence: number }

/**
 * The one way in which events are written: rows, what they name, and their lines of the log, all or nothing with the
 * caller's transaction. A step of a diary that happened twice alike is told apart by `vm:occurrence`; an event that was
 * captured before is left alone. Throws CONFLICT when a request key comes again for something else.
 */
export async function appendEvents(trx: Knex.Transaction, events: NewEvent[]): Promise<AppendedEvent[]> {
  const recordedAt = new Date()
  const known = new Map<NewEvent, AppendedEvent>()
  const written = new Map<NewEvent, EventRow>()
  let open = events.map((source) => draft(source, recordedAt, 1))
  while (open.length > 0) {
    const ids = await insertEvents(
      trx,
      open.map(({ row }) => row),
    )
    for (const { source, row } of open) if (ids.has(row.id)) written.set(source, row)
    const left = open.filter(({ row }) => !ids.has(row.id))
    const before = await findKnown(trx, left)
    for (const { source } of left) {
      const found = before.get(source)
      if (found) known.set(source, found)
    }
    open = left
      .filter(({ source }) => !known.has(source))
      .map(({ source, occurrence }) => draft(source, recordedAt, occurrence + 1))
  }
  const rows = events.flatMap((source) => written.get(source) ?? [])
  await insertThings(
    trx,
    events.flatMap((source) => {
      const row = written.get(source)
      return row ? [{ row, lots: source.lots }] : []
    }),
  )
  const seqs = await appendLeaves(
    trx,
    rows.map(({ id, record }) => ({ event_row_id: id, record })),
  )
  const seqOf = new Map(rows.map(({ id }, n) => [id, seqs[n]]))
  return events.map((source) => {
    const row = written.get(source)
    const seq = row && seqOf.get(row.id)
    if (row && seq !== undefined) return { id: row.id, event_id: row.event_id, version: row.version, seq, known: false }
    const before = known.get(source)
    if (!before) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "An event was neither stored nor known")
    return before
  })
}

const draft = (source: NewEvent, recordedAt: Date, occurrence: number): Draft => ({
  source,
  occurrence,
  row: eventRow(source, recordedAt, occurrence),
})
