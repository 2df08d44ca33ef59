import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { sameRequest } from "../lots/request-mark"
import type { AppendedEvent, NewEvent } from "./append-events"
import type { EventRow } from "./event-row"

type Known = Omit<AppendedEvent, "known"> & {
  producer_id: string
  lot_id: string | null
  request_key: string | null
  request_hash: string | null
}

/**
 * Events that were there before, of those that could not be inserted: by the key of their request, or by an id that was
 * given with them or got at a capture. What is not found here is a step that happened again.
 */
export async function findKnown(
  trx: Knex.Transaction,
  left: { source: NewEvent; row: EventRow }[],
): Promise<Map<NewEvent, AppendedEvent>> {
  const found = new Map<NewEvent, AppendedEvent>()
  if (left.length === 0) return found
  const { rows } = await trx.raw<{ rows: Known[] }>(
    `select e.id, e.event_id, e.version, g.seq::int as seq, e.producer_id, e.lot_id, e.request_key, e.request_hash
     from epcis_event e join log_entry g on g.event_row_id = e.id
     where (e.producer_id = any (?::text[]) and e.event_id = any (?::text[]))
       or (e.lot_id = any (?::text[]) and e.request_key = any (?::text[]))`,
    [
      left.map(({ row }) => row.producer_id),
      left.map(({ row }) => row.event_id),
      left.flatMap(({ row }) => (row.request_key ? (row.lot_id ?? []) : [])),
      left.flatMap(({ row }) => row.request_key ?? []),
    ],
  )
  const byId = new Map(rows.map((row) => [`${row.producer_id} ${row.version} ${row.event_id}`, row]))
  const byRequest = new Map(rows.map((row) => [`${row.lot_id} ${row.request_key}`, row]))
  for (const { source, row } of left) {
    const asked = source.request && byRequest.get(`${row.lot_id} ${row.request_key}`)
    if (source.request && asked) sameRequest(asked.request_hash, source.request)
    const named = source.capture_id || source.event.eventID
    const known = asked ?? (named ? byId.get(`${row.producer_id} ${row.version} ${row.event_id}`) : undefined)
    if (known) {
      const { id, event_id, version, seq } = known
      found.set(source, { id, event_id, version, seq, known: true })
    } else if (named) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "An event was neither stored nor known")
  }
  return found
}
