import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ChangeKind } from "./change-event"

type Kin = { id: string; code: string; title: string; quantity: number; unit: string }
export type LineageChange = { id: string; kind: ChangeKind; side: "input" | "output"; voided: boolean; lots: Kin[] }
export type LotLineage = {
  /** Changes this lot came out of (`output`) or went into (`input`), the oldest first, with the lots on the other side. */
  changes: LineageChange[]
  /** From whom it came, in the producer's words; `known` where the code is that of a lot of this market. */
  sources: { supplier: string | null; supplier_lot: string | null; known: boolean }[]
}

/** Where a lot of the producer's own came from and what became of it, one step each way. */
export async function readLineage(pg: Knex, lot_id: string): Promise<LotLineage> {
  const { rows: changes } = await pg.raw<{ rows: LineageChange[] }>(
    `select c.id, c.kind, own.side, c.voided_at is not null as voided,
       (select json_agg(json_build_object('id', kin.id, 'code', kin.code, 'title', kin.title,
          'quantity', part.quantity::float8, 'unit', part.unit) order by kin.code)
        from lot_change_part part join lot kin on kin.id = part.lot_id
        where part.change_id = c.id and part.side <> own.side) as lots
     from lot_change_part own join lot_change c on c.id = own.change_id
     where own.lot_id = ? order by c.created_at, c.id`,
    [lot_id],
  )
  const sources = await pg("lot_source")
    .where({ lot_id })
    .select("supplier", "supplier_lot", pg.raw("source_lot_id is not null as known"))
  return { changes, sources }
}
