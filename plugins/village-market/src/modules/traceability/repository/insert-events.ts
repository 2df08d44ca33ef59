import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { EventRow } from "./event-row"
import { thingsOf } from "./event-things"

/** So many rows go into one statement. */
const CHUNK = 500

const COLUMNS = `id, producer_id, event_id, version, type, action, biz_step, disposition, event_time,
  event_time_zone_offset, read_point, biz_location, error_reason, error_time, capture_id, lot_id, step, village_id,
  commune_code, note, event, event_salt, record, request_key, request_hash, created_at`

/**
 * Inserts the rows that are not there yet, by event id and version or by request, and returns their ids. Sorted, so that
 * two who write the same events wait for one another and never in a circle.
 */
export async function insertEvents(trx: Knex.Transaction, rows: EventRow[]): Promise<Set<string>> {
  const sorted = [...rows].sort((a, b) => (a.event_id < b.event_id ? -1 : 1))
  const written = new Set<string>()
  for (const chunk of chunks(sorted)) {
    const { rows: made } = await trx.raw<{ rows: { id: string }[] }>(
      `insert into epcis_event (${COLUMNS}) select ${COLUMNS}
       from json_populate_recordset(null::epcis_event, ?::json) on conflict do nothing returning id`,
      [JSON.stringify(chunk)],
    )
    for (const { id } of made) written.add(id)
  }
  return written
}

/** What new events name; a thing that is a lot of the owner carries the lot. */
export async function insertThings(
  trx: Knex.Transaction,
  events: { row: EventRow; lots?: ReadonlyMap<string, string> }[],
) {
  const things = events.flatMap(({ row, lots }) =>
    thingsOf(row.event).map((thing) => ({
      ...thing,
      event_row_id: row.id,
      producer_id: row.producer_id,
      lot_id: lots?.get(thing.uri) ?? null,
    })),
  )
  for (const chunk of chunks(things)) {
    await trx.raw(
      `insert into epcis_event_thing (event_row_id, producer_id, role, uri, lot_id, quantity, uom)
       select event_row_id, producer_id, role, uri, lot_id, quantity, uom
       from json_populate_recordset(null::epcis_event_thing, ?::json)`,
      [JSON.stringify(chunk)],
    )
  }
}

function* chunks<T>(rows: T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += CHUNK) yield rows.slice(at, at + CHUNK)
}
