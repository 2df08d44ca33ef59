import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { BackwardTrace, ForwardTrace } from "./trace-graph"

/**
 * The closure of `trace-graph.ts` in SQL: over changes that stand and over what a household declared as the source of
 * its lot. `union` drops what was seen, so that a circle ends.
 */
const closure = (forward: boolean) => {
  const [from, to] = forward ? ["input", "output"] : ["output", "input"]
  const [source_from, source_to] = forward ? ["source_lot_id", "lot_id"] : ["lot_id", "source_lot_id"]
  return `
  with recursive traced(lot_id) as (
    select unnest(?::text[])
    union
    select edge.lot_id from traced cross join lateral (
      select other.lot_id from lot_change_part one
      join lot_change change on change.id = one.change_id and change.voided_at is null
      join lot_change_part other on other.change_id = one.change_id and other.side = '${to}'
      where one.lot_id = traced.lot_id and one.side = '${from}'
      union all
      select source.${source_to} from lot_source source
      where source.${source_from} = traced.lot_id and source.source_lot_id is not null and source.deleted_at is null
    ) edge
  )`
}

const ids = async (pg: Knex, sql: string, bindings: Knex.RawBinding[]): Promise<string[]> => {
  const { rows } = await pg.raw<{ rows: { id: string }[] }>(sql, bindings)
  return rows.map(({ id }) => id)
}

/** The lots and everything that something of theirs went into, whoever made it; sorted ids. */
export const derivedLots = (pg: Knex, from: string[]): Promise<string[]> =>
  ids(pg, `${closure(true)} select lot_id as id from traced order by lot_id collate "C"`, [from])

/** The lots and everything that went into them; sorted ids. */
export const sourceLots = (pg: Knex, from: string[]): Promise<string[]> =>
  ids(pg, `${closure(false)} select lot_id as id from traced order by lot_id collate "C"`, [from])

/** From a lot to all lots, lines, parts and orders that hold something of it; sorted ids. */
export async function traceForward(pg: Knex, lotId: string): Promise<ForwardTrace> {
  const lots = await derivedLots(pg, [lotId])
  const { rows } = await pg.raw<{ rows: { line: string; part: string; order: string }[] }>(
    `select distinct line.id as line, part.id as part, part.order_id as "order" from lot_allocation a
     join producer_order_line line on line.id = a.producer_order_line_id
     join producer_order part on part.id = line.producer_order_id
     where a.lot_id = any (?::text[]) and a.deleted_at is null`,
    [lots],
  )
  return {
    lots,
    lines: sorted(rows.map(({ line }) => line)),
    parts: sorted(rows.map(({ part }) => part)),
    orders: sorted(rows.map(({ order }) => order)),
  }
}

/** From order lines back to their lots, everything these were made of, and the changes in between; sorted ids. */
export async function traceBack(pg: Knex, lineIds: string[]): Promise<BackwardTrace> {
  const served = await ids(
    pg,
    `select distinct lot_id as id from lot_allocation
     where producer_order_line_id = any (?::text[]) and deleted_at is null`,
    [lineIds],
  )
  const lots = await sourceLots(pg, served)
  const changes = await ids(
    pg,
    `select part.change_id as id from lot_change_part part
     join lot_change change on change.id = part.change_id and change.voided_at is null
     where part.side = 'output' and part.lot_id = any (?::text[])
     union
     select id from lot_source where lot_id = any (?::text[]) and source_lot_id is not null and deleted_at is null`,
    [lots, lots],
  )
  return { lots, changes: sorted(changes) }
}

const sorted = (some: string[]) => [...new Set(some)].sort()
