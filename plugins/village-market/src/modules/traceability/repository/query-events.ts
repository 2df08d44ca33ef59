import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { EventQuery } from "../epcis/event-query"
import { type Problem, problem } from "../epcis/problem"
import type { StoredEvent } from "./epcis-event"
import { conditionsOf } from "./query-conditions"
import { type Reader, type Sql, visibleTo } from "./reader"

/** After which event a page begins; `size` is that of the log when the first page was read, `left` what a limit leaves. */
export type PagePlace = { time: string; id: string; size: number; left?: number }

export type EventPage = { events: StoredEvent[]; next?: PagePlace }

type Row = { id: string; time: Date; event: StoredEvent; size: string }

/**
 * A page of the events that match, in the order asked for. Later pages hold only what the log held at the first one, so
 * that a list neither skips nor repeats anything while others capture.
 */
export async function queryEvents(
  pg: Knex,
  reader: Reader,
  query: EventQuery,
  after?: PagePlace,
): Promise<EventPage | Problem> {
  const conditions = [visibleTo(reader, "e"), { sql: "e.deleted_at is null", values: [] }, ...conditionsOf(query)]
  if (query.maxEventCount !== undefined && !after && (await tooMany(pg, conditions, query.maxEventCount))) {
    return problem("QueryTooLargeException", { detail: `More than ${query.maxEventCount} events match.` })
  }
  const column = query.orderBy === "recordTime" ? "created_at" : "event_time"
  const [direction, further] = query.orderDirection === "ASC" ? ["asc", ">"] : ["desc", "<"]
  const left = after ? after.left : query.eventCountLimit
  const limit = Math.min(query.perPage, left ?? query.perPage)
  const paged = after ? [...conditions, ...pageOf(after, column, further ?? "<")] : conditions
  const { rows } = await pg.raw<{ rows: Row[] }>(
    `select e.id, e.${column} as time, e.event, (select size from log_head) as size from epcis_event e
     where ${paged.map(({ sql }) => sql).join(" and ")} order by e.${column} ${direction}, e.id ${direction} limit ?`,
    [...paged.flatMap(({ values }) => values), limit + 1],
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const more = last && rows.length > limit && (left === undefined || left > limit)
  if (!more) return { events: page.map(({ event }) => event) }
  return {
    events: page.map(({ event }) => event),
    next: {
      time: last.time.toISOString(),
      id: last.id,
      size: after?.size ?? Number(last.size),
      ...(left !== undefined && { left: left - limit }),
    },
  }
}

const pageOf = ({ time, id, size }: PagePlace, column: string, further: string): Sql[] => [
  { sql: `(e.${column}, e.id) ${further} (?::timestamptz, ?)`, values: [time, id] },
  {
    sql: "exists (select 1 from log_entry g where g.event_row_id = e.id and g.seq < ?)",
    values: [size],
  },
]

async function tooMany(pg: Knex, conditions: Sql[], most: number): Promise<boolean> {
  const { rows } = await pg.raw<{ rows: { count: string }[] }>(
    `select count(*) from (select 1 from epcis_event e where ${conditions.map(({ sql }) => sql).join(" and ")} limit ?) found`,
    [...conditions.flatMap(({ values }) => values), most + 1],
  )
  return Number(rows[0]?.count) > most
}

/** An event of its id with the declarations of its errors, oldest first; none when the reader may not see it. */
export async function readEvent(pg: Knex, reader: Reader, event_id: string): Promise<StoredEvent[]> {
  const visible = visibleTo(reader, "e")
  const { rows } = await pg.raw<{ rows: { event: StoredEvent }[] }>(
    `select e.event from epcis_event e where e.event_id = ? and ${visible.sql} and e.deleted_at is null
     order by e.producer_id, e.version`,
    [event_id, ...visible.values],
  )
  return rows.map(({ event }) => event)
}
