import type { Knex } from "@medusajs/framework/mikro-orm/knex"

type Part = { code: string; title: string; quantity: number; unit: string }

/** A change of lots from which more came out than is usual, with the reason its producer gave. */
export type UnusualChange = {
  id: string
  producer_id: string
  producer_name: string
  /** ISO date or instant. */
  happened_at: string
  recorded_at: Date
  reason: string
  reason_text: string | null
  inputs: Part[]
  outputs: Part[]
}

export const UNUSUAL_PER_PAGE = 25

/** Those of households in some communes, the latest first, and how many there are; what was taken back is not among them. */
export async function listUnusualChanges(pg: Knex, { communes, page = 1 }: { communes: string[]; page?: number }) {
  const parts = (side: "input" | "output") => `coalesce((
    select json_agg(json_build_object('code', lot.code, 'title', lot.title, 'quantity', part.quantity::float8, 'unit', part.unit)
      order by lot.code)
    from lot_change_part part join lot on lot.id = part.lot_id
    where part.change_id = c.id and part.side = '${side}'), '[]') as ${side}s`
  const { rows } = await pg.raw<{ rows: (UnusualChange & { count: number })[] }>(
    `select c.id, c.producer_id, pr.name as producer_name, c.happened_at, c.created_at as recorded_at, c.reason, c.reason_text,
       ${parts("input")}, ${parts("output")}, count(*) over ()::int as count
     from lot_change c join producer pr on pr.id = c.producer_id
     where c.unusual and c.voided_at is null and c.deleted_at is null and pr.commune_code = any (?::text[])
     order by c.created_at desc, c.id limit ? offset ?`,
    [communes, UNUSUAL_PER_PAGE, (page - 1) * UNUSUAL_PER_PAGE],
  )
  return { changes: rows.map(({ count: _, ...change }) => change), count: rows[0]?.count ?? 0 }
}
