import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { derivedLots } from "./trace-lots"

/** A lot that a recall takes off sale; `quantity_left` is what is neither sold nor used up, in the lot's unit. */
export type TouchedLot = {
  id: string
  code: string
  title: string
  unit: string
  listing_id: string | null
  producer_id: string
  producer_name: string
  status: string
  quantity_left: number
}

/** A line that has not been handed over and may be of a recalled lot, because it is of the same listing. */
export type WaitingLine = {
  line_id: string
  part_id: string
  display_no: string
  producer_id: string
  title: string
  unit: string
  quantity: number
}

/** An order with goods of a recalled lot that have left; `parts` by their numbers. */
export type TouchedOrder = {
  order_id: string
  parts: { id: string; no: string; producer_id: string }[]
  bought_at: "web" | "phone" | "stall"
  email: string | null
  phone: string | null
}

export type Touched = { lots: TouchedLot[]; waiting: WaitingLine[]; orders: TouchedOrder[]; unknown: UnknownLine[] }
/** Goods of these listings that left after a lot was made, without anybody noting of which lot. */
export type UnknownLine = { producer_id: string; lines: number }

/** What a recall of a lot would touch, or touches when asked inside its transaction; `only` some of its lots. */
export async function readTouched(pg: Knex, lotId: string, only?: string[]): Promise<Touched> {
  const ids = only ?? (await derivedLots(pg, [lotId]))
  const lots = await readLots(pg, ids)
  const listings = [...new Set(lots.flatMap(({ listing_id }) => listing_id ?? []))]
  // One after the other: inside a transaction there is one connection.
  const waiting = await readWaiting(pg, listings)
  const orders = await readOrders(pg, ids)
  return { lots, waiting, orders, unknown: await readUnknown(pg, ids) }
}

async function readLots(pg: Knex, ids: string[]): Promise<TouchedLot[]> {
  const { rows } = await pg.raw<{ rows: TouchedLot[] }>(
    `select lot.id, lot.code, lot.title, lot.unit, lot.listing_id, lot.producer_id, coalesce(pr.name, '') as producer_name,
       lot.status,
       balance.left::float8 as quantity_left
     from lot join lot_balance balance on balance.lot_id = lot.id left join producer pr on pr.id = lot.producer_id
     where lot.id = any (?::text[]) and lot.deleted_at is null order by lot.made_on, lot.id`,
    [ids],
  )
  return rows
}

/** States in which goods are still in the house. */
export const NOT_HANDED_OVER = ["awaiting_payment", "placed", "accepted", "packed"]

/** At a stall the goods change hands as they are keyed in: nothing waits there. */
async function readWaiting(pg: Knex, listings: string[]): Promise<WaitingLine[]> {
  const { rows } = await pg.raw<{ rows: WaitingLine[] }>(
    `select line.id as line_id, part.id as part_id, part.display_no, part.producer_id, line.title, line.unit,
       (line.quantity - line.cancelled - line.returned)::float8 as quantity
     from producer_order part join producer_order_line line on line.producer_order_id = part.id
     where line.listing_id = any (?::text[]) and part.status = any (?::text[]) and part.channel <> 'stall'
       and line.quantity > line.cancelled + line.returned
     order by part.display_no, line.id`,
    [listings, NOT_HANDED_OVER],
  )
  return rows
}

async function readOrders(pg: Knex, lots: string[]): Promise<TouchedOrder[]> {
  const { rows } = await pg.raw<{ rows: TouchedOrder[] }>(
    `select part.order_id, min(part.channel) as bought_at, min(part.buyer_email) as email,
       nullif(min(part.buyer_phone), '') as phone,
       json_agg(json_build_object('id', part.id, 'no', part.display_no, 'producer_id', part.producer_id)
         order by part.display_no) as parts
     from producer_order part
     where exists (
       select from producer_order_line line join lot_allocation a on a.producer_order_line_id = line.id
       where line.producer_order_id = part.id and a.lot_id = any (?::text[]) and a.deleted_at is null)
     group by part.order_id order by min(part.display_no)`,
    [lots],
  )
  return rows
}

async function readUnknown(pg: Knex, lots: string[]): Promise<UnknownLine[]> {
  const { rows } = await pg.raw<{ rows: UnknownLine[] }>(
    `select part.producer_id, count(distinct line.id)::int as lines
     from lot join producer_order_line line on line.listing_id = lot.listing_id
     join producer_order part on part.id = line.producer_order_id and part.handed_over_at is not null
     where lot.id = any (?::text[]) and part.handed_over_at >= lot.made_on::timestamp at time zone 'Asia/Ho_Chi_Minh'
       and not exists (select from lot_allocation a where a.producer_order_line_id = line.id and a.deleted_at is null)
     group by part.producer_id`,
    [lots],
  )
  return rows
}
