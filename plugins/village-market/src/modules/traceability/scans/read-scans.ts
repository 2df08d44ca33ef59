import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SerialDay } from "./unusual-serials"

/** Scans of a lot's label on the days of a span (ISO dates, both inclusive), all serials together; a day without any is not there. */
export async function scansByDay(pg: Knex, lot_id: string, from: string, to: string) {
  const { rows } = await pg.raw<{ rows: { day: string; count: number }[] }>(
    `select day::text, sum(count)::int as count from lot_scan where lot_id = ? and day between ? and ? group by day order by day`,
    [lot_id, from, to],
  )
  return rows
}

/** All counts of serials of a lot. */
export async function serialScans(pg: Knex, lot_id: string): Promise<SerialDay[]> {
  const { rows } = await pg.raw<{ rows: SerialDay[] }>(
    `select serial, day::text, count from lot_scan where lot_id = ? and serial <> ''`,
    [lot_id],
  )
  return rows
}

/** The ISO dates from `from` to `to`. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = []
  for (
    const at = new Date(`${from}T00:00:00Z`);
    at.toISOString().slice(0, 10) <= to;
    at.setUTCDate(at.getUTCDate() + 1)
  )
    days.push(at.toISOString().slice(0, 10))
  return days
}
