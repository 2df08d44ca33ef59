import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { lotCodeFrom } from "../lots/lot-code"

/** What an identifier names, as far as we know it: the finest level that is known, with what stands above it. */
export type Identified = {
  gtin?: string
  lot?: { code: string; title: string; serial?: string }
  /** The listing's page, while the shop is open and the product on sale. */
  product?: { handle: string; title: string; certified: boolean }
}

type Row = {
  code?: string
  lot_title?: string
  serial?: string
  handle: string | null
  title: string | null
  certified: boolean | null
}

const PRODUCT = `
  case when pr.status = 'approved' and not l.hidden and p.status = 'published' then p.handle end as handle,
  p.title as title, l.ocop_status = 'verified' as certified`
const OF_LISTING = `
  left join product p on p.id = l.product_id and p.deleted_at is null
  left join producer pr on pr.id = l.producer_id and pr.deleted_at is null`

/**
 * Walks up from a serial over its lot to the GTIN: what is not known at one level is left away. Undefined when not even
 * the GTIN is one of ours. A lot belongs to a GTIN by its declared link, or by its listing.
 */
export async function readIdentified(
  pg: Knex,
  gtin: string,
  { lot, serial }: { lot?: string; serial?: string },
): Promise<Identified | undefined> {
  const { rows } = await pg.raw<{ rows: Row[] }>(
    `select ${PRODUCT} from listing_gtin g
     left join listing l on l.id = g.listing_id and l.deleted_at is null ${OF_LISTING}
     where g.gtin = ? order by g.withdrawn_at is not null, g.declared_at desc limit 1`,
    [gtin],
  )
  const [row] = rows
  if (!row) return undefined
  const known = lot || serial ? await lotUnder(pg, gtin, lot, serial) : undefined
  return { gtin, ...(known && { lot: known }), ...productOf(row) }
}

async function lotUnder(pg: Knex, gtin: string, lot?: string, serial?: string): Promise<Identified["lot"]> {
  const code = lot === undefined ? null : (lotCodeFrom(lot) ?? "")
  const { rows } = await pg.raw<{ rows: Row[] }>(
    `select lot.code, lot.title as lot_title, s.serial from lot
     left join lot_serial s on s.lot_id = lot.id and s.serial = ?
     where lot.deleted_at is null
       and ${code === null ? "lot.id = (select lot_id from lot_serial where serial = ?)" : "lot.code = ?"}
       and (exists (select from lot_gtin g where g.lot_id = lot.id and g.gtin = ?)
         or exists (select from listing_gtin g where g.listing_id = lot.listing_id and g.gtin = ?))`,
    [serial ?? null, code ?? serial ?? null, gtin, gtin],
  )
  return lotOf(rows[0])
}

/** A lot by our own address; undefined when there is none, or no such serial in it. */
export async function readOwnAddress(pg: Knex, typed: string, serial?: string): Promise<Identified | undefined> {
  const code = lotCodeFrom(typed)
  if (!code) return undefined
  const { rows } = await pg.raw<{ rows: Row[] }>(
    `select lot.code, lot.title as lot_title, s.serial, ${PRODUCT} from lot
     left join lot_serial s on s.lot_id = lot.id and s.serial = ?
     left join listing l on l.id = lot.listing_id and l.deleted_at is null ${OF_LISTING}
     where lot.code = ? and lot.deleted_at is null`,
    [serial ?? null, code],
  )
  const [row] = rows
  return row && { lot: lotOf(row), ...productOf(row) }
}

const lotOf = (row: Row | undefined): Identified["lot"] =>
  row?.code && row.lot_title
    ? { code: row.code, title: row.lot_title, ...(row.serial && { serial: row.serial }) }
    : undefined

const productOf = ({ handle, title, certified }: Row): Pick<Identified, "product"> =>
  handle && title ? { product: { handle, title, certified: certified === true } } : {}
