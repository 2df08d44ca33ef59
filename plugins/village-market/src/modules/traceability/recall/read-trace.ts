import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { derivedLots, sourceLots } from "./trace-lots"

export type TracedLot = {
  id: string
  code: string
  title: string
  made_on: string
  status: string
  producer_id: string
  producer: string
  commune_code: string | null
  /** Asked for itself, before it in the making, or after it. */
  place: "asked" | "source" | "derived"
}
/** `source` is a lot of somebody else that a household named as the source of its own; `at` is an ISO date or instant. */
export type TracedChange = { id: string; kind: string; at: string; inputs: string[]; outputs: string[] }
/** A line that was served from a lot; what names the buyer is cut out before it leaves the shop unasked. */
export type TracedLine = {
  line_id: string
  order_no: string
  producer_id: string
  commune_code: string | null
  producer: string
  title: string
  lot_code: string
  quantity: number
  unit: string
  handed_over_at: Date | null
  buyer: string
  phone: string
  address: string
  buyer_commune: string
}
export type Trace = { lots: TracedLot[]; changes: TracedChange[]; lines: TracedLine[] }

/** Everything before and after one lot, and every order line that was served from it or from what was made of it. */
export async function traceOfLot(pg: Knex, lotId: string): Promise<Trace> {
  const [after, before] = [await derivedLots(pg, [lotId]), await sourceLots(pg, [lotId])]
  return {
    lots: await readLots(pg, [...after, ...before], (id) =>
      id === lotId ? "asked" : after.includes(id) ? "derived" : "source",
    ),
    changes: await readChanges(pg, [...after, ...before]),
    lines: await readLines(pg, "a.lot_id = any (?::text[])", after),
  }
}

/** The lots that served some order lines, with everything these were made of. */
export async function traceOfLines(pg: Knex, lineIds: string[]): Promise<Trace> {
  const lines = await readLines(pg, "line.id = any (?::text[])", lineIds)
  const codes = new Set(lines.map(({ lot_code }) => lot_code))
  const served: { id: string }[] = await pg("lot")
    .whereIn("code", [...codes])
    .select("id")
  const asked = served.map(({ id }) => id)
  const lots = await sourceLots(pg, asked)
  return {
    lots: await readLots(pg, lots, (id) => (asked.includes(id) ? "asked" : "source")),
    changes: await readChanges(pg, lots),
    lines,
  }
}

async function readLots(pg: Knex, ids: string[], place: (id: string) => TracedLot["place"]): Promise<TracedLot[]> {
  const { rows } = await pg.raw<{ rows: Omit<TracedLot, "place">[] }>(
    `select lot.id, lot.code, lot.title, lot.made_on, lot.status, lot.producer_id, coalesce(pr.name, '') as producer,
       pr.commune_code
     from lot left join producer pr on pr.id = lot.producer_id
     where lot.id = any (?::text[]) order by lot.made_on, lot.created_at, lot.id`,
    [ids],
  )
  return rows.map((lot) => ({ ...lot, place: place(lot.id) }))
}

/** Changes with an end on both sides in the trace; the other outputs of a split are not of it. */
async function readChanges(pg: Knex, lots: string[]): Promise<TracedChange[]> {
  const { rows } = await pg.raw<{ rows: TracedChange[] }>(
    `with part as (
       select part.change_id as id, change.kind, change.happened_at as at, part.side, lot.code
       from lot_change_part part join lot_change change on change.id = part.change_id and change.voided_at is null
       join lot on lot.id = part.lot_id
       where lot.id = any (?::text[])
       union all
       select s.id, 'source', used.made_on, side, case side when 'input' then lot.code else used.code end
       from lot_source s join lot on lot.id = s.source_lot_id join lot used on used.id = s.lot_id
       cross join unnest(array['input', 'output']) side
       where s.lot_id = any (?::text[]) and s.source_lot_id = any (?::text[]) and s.deleted_at is null
     )
     select id, kind, at, array_agg(code order by code) filter (where side = 'input') as inputs,
       array_agg(code order by code) filter (where side = 'output') as outputs
     from part group by id, kind, at
     having bool_or(side = 'input') and bool_or(side = 'output') order by at, id`,
    [lots, lots, lots],
  )
  return rows
}

async function readLines(pg: Knex, which: string, ids: string[]): Promise<TracedLine[]> {
  const { rows } = await pg.raw<{ rows: TracedLine[] }>(
    `select line.id as line_id, part.display_no as order_no, part.producer_id, pr.commune_code,
       coalesce(pr.name, '') as producer, line.title, lot.code as lot_code, a.quantity::float8 as quantity, line.unit,
       part.handed_over_at, part.buyer_name as buyer, part.buyer_phone as phone, part.buyer_address as address,
       part.buyer_commune
     from lot_allocation a join lot on lot.id = a.lot_id
     join producer_order_line line on line.id = a.producer_order_line_id
     join producer_order part on part.id = line.producer_order_id
     left join producer pr on pr.id = part.producer_id
     where ${which} and a.deleted_at is null order by part.display_no, line.id, lot.code`,
    [ids],
  )
  return rows
}
