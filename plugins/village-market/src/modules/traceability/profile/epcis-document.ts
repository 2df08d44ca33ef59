import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Json } from "../log/jcs"
import { recordContext } from "../lots/lot-event"

/** An EPCIS 2.0 document of events, as GS1's JSON schema has it. `at`: when it was made. */
export const epcisDocument = (publicUrl: string, events: Json[], at: Date) => ({
  "@context": recordContext(publicUrl),
  type: "EPCISDocument",
  schemaVersion: "2.0",
  creationDate: at.toISOString(),
  epcisBody: { eventList: events },
})

/**
 * All events of a lot that its own producer recorded, whole, with the declarations of errors: those of its diary and
 * those it stands in as a thing. In the order of time, then of recording.
 */
export async function readLotDocumentEvents(pg: Knex, lot: { id: string; producer_id: string }): Promise<Json[]> {
  const { rows } = await pg.raw<{ rows: { event: Json }[] }>(
    `select event from epcis_event e where e.producer_id = ? and (
       e.lot_id = ? or e.id in (select event_row_id from epcis_event_thing where lot_id = ?)
     ) order by e.event_time, e.created_at, e.version`,
    [lot.producer_id, lot.id, lot.id],
  )
  return rows.map(({ event }) => event)
}
