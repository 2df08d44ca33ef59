import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { THING_ROLES } from "./event-things"
import { type Reader, visibleTo } from "./reader"

/** The lists by which events are found (EPCIS 2.0 REST binding), and the query parameter that asks the same of `/events`; a thing is looked for in every role. */
export const COLLECTIONS = {
  eventTypes: "eventType",
  epcs: undefined,
  bizSteps: "EQ_bizStep",
  bizLocations: "EQ_bizLocation",
  readPoints: "EQ_readPoint",
  dispositions: "EQ_disposition",
} as const
export type Collection = keyof typeof COLLECTIONS

const COLUMNS = {
  eventTypes: "type",
  bizSteps: "biz_step",
  bizLocations: "biz_location",
  readPoints: "read_point",
  dispositions: "disposition",
} as const

/** The values that stand in events this reader may see, in order, after the one named. One more than `limit` tells that there are more. */
export async function listValues(
  pg: Knex,
  reader: Reader,
  collection: Collection,
  limit: number,
  after = "",
): Promise<string[]> {
  const visible = visibleTo(reader, "e")
  if (collection === "epcs") {
    const { rows } = await pg.raw<{ rows: { value: string }[] }>(
      `select distinct t.uri collate "C" as value from epcis_event_thing t join epcis_event e on e.id = t.event_row_id
       where ${visible.sql} and t.role = any (?::text[]) and t.uri collate "C" > ? order by 1 limit ?`,
      [...visible.values, [...THING_ROLES], after, limit + 1],
    )
    return rows.map(({ value }) => value)
  }
  const column = COLUMNS[collection]
  const { rows } = await pg.raw<{ rows: { value: string }[] }>(
    `select distinct e.${column} collate "C" as value from epcis_event e
     where ${visible.sql} and e.${column} collate "C" > ? order by 1 limit ?`,
    [...visible.values, after, limit + 1],
  )
  return rows.map(({ value }) => value)
}
