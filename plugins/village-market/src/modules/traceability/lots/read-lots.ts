import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { LOT_STATUSES } from "../models/lot"
import type { LotRecord } from "./lot-event"

export type LotStatus = (typeof LOT_STATUSES)[number]

/** A record of a lot with its line in the log, all in hexadecimal; the salt is null once it was erased. */
export type LoggedEvent = {
  id: string
  step: string
  event_time: Date
  recorded_at: Date
  note: string | null
  record: LotRecord
  seq: number
  salt: string | null
  entry: string
  leaf: string
  /** Set on an error declaration: it says that the event it repeats was wrong. */
  error_reason: "did_not_occur" | "incorrect_data" | null
  /** Set on an event that was declared wrong later; it stays and is shown struck through. */
  corrected_reason: "did_not_occur" | "incorrect_data" | null
  corrected_at: Date | null
}

/** What was recorded and not declared wrong since: what counts of a diary. */
export const standingEvents = (events: LoggedEvent[]) =>
  events.filter(({ error_reason, corrected_reason }) => !error_reason && !corrected_reason)

/**
 * A lot as its own producer sees it, without a listing where it is raw material. Of `quantity`, `allocated` went into
 * order lines and `consumed` into other lots; `left` is what there still is. Whole units of the listing, else of `unit`.
 */
export type OwnLot = {
  id: string
  code: string
  listing_id: string | null
  title: string
  quantity: number
  allocated: number
  consumed: number
  left: number
  unit: string
  made_on: string
  expires_on: string | null
  printed_uri: string | null
  status: LotStatus
}

const OWN = `
  lot.id, lot.code, lot.listing_id, lot.title, lot.quantity::float8 as quantity, lot.unit, lot.made_on, lot.expires_on,
  lot.printed_uri, lot.status, b.allocated::float8 as allocated, b.consumed::float8 as consumed, b.left::float8 as left
`
/** Goes with `OWN`. */
const FROM = "lot join lot_balance b on b.lot_id = lot.id"

export const LOTS_PER_PAGE = 50

/** A page of a producer's lots (from 1), the latest first, and how many there are. */
export async function listOwnLots(pg: Knex, producer_id: string, page = 1) {
  const { rows } = await pg.raw<{ rows: (OwnLot & { count: number })[] }>(
    `select ${OWN}, count(*) over ()::int as count from ${FROM}
     where lot.producer_id = ? and lot.deleted_at is null order by lot.made_on desc, lot.created_at desc, lot.id limit ? offset ?`,
    [producer_id, LOTS_PER_PAGE, (page - 1) * LOTS_PER_PAGE],
  )
  return { lots: rows.map(({ count: _, ...lot }) => lot), count: rows[0]?.count ?? 0 }
}

/** A lot of this producer, or undefined when it is another's or none. */
export async function readOwnLot(pg: Knex, producer_id: string, id: string): Promise<OwnLot | undefined> {
  const { rows } = await pg.raw<{ rows: OwnLot[] }>(
    `select ${OWN} from ${FROM} where lot.id = ? and lot.producer_id = ? and lot.deleted_at is null`,
    [id, producer_id],
  )
  return rows[0]
}

/** What happened to a lot, in the order of time; on one day, in the order of recording. */
export async function readLotEvents(pg: Knex, lot_id: string): Promise<LoggedEvent[]> {
  const { rows } = await pg.raw<{ rows: LoggedEvent[] }>(
    `select e.id, e.step, e.event_time, e.created_at as recorded_at, e.note, e.record, g.seq::int as seq,
       encode(s.salt, 'hex') as salt, encode(g.entry, 'hex') as entry, encode(g.leaf, 'hex') as leaf,
       e.error_reason, c.reason as corrected_reason, c.created_at as corrected_at
     from epcis_event e join log_entry g on g.event_row_id = e.id left join log_salt s on s.seq = g.seq
       left join lot_correction c on c.event_row_id = e.id
     where e.lot_id = ? and e.deleted_at is null order by e.event_time, g.seq`,
    [lot_id],
  )
  return rows
}

export type OwnProduct = { listing_id: string; title: string; unit: string; category_id: string; vsic_code: string }

/** What this producer can open a lot of, hidden products too: they may be shown later. */
export async function listOwnProducts(pg: Knex, producer_id: string): Promise<OwnProduct[]> {
  const { rows } = await pg.raw<{ rows: OwnProduct[] }>(
    `select l.id as listing_id, p.title, l.unit, l.category_id, l.vsic_code
     from listing l join product p on p.id = l.product_id and p.deleted_at is null
     where l.producer_id = ? and l.deleted_at is null order by p.title collate "vi-x-icu", l.id`,
    [producer_id],
  )
  return rows
}

/** Lots of these listings that still hold something, the oldest first: what was made first is sold first. */
export async function openLotsOf(pg: Knex, producer_id: string, listingIds: string[]): Promise<OwnLot[]> {
  const { rows } = await pg.raw<{ rows: OwnLot[] }>(
    `select ${OWN} from ${FROM}
     where lot.producer_id = ? and lot.listing_id = any (?::text[]) and lot.status = 'active' and lot.deleted_at is null
       and b.left > 0 order by lot.made_on, lot.id`,
    [producer_id, listingIds],
  )
  return rows
}

/** The lots that order lines were served from, by line. */
export async function lotsOfLines(pg: Knex, lineIds: string[]): Promise<{ line_id: string; code: string }[]> {
  const { rows } = await pg.raw<{ rows: { line_id: string; code: string }[] }>(
    `select a.producer_order_line_id as line_id, lot.code from lot_allocation a join lot on lot.id = a.lot_id
     where a.producer_order_line_id = any (?::text[]) and a.deleted_at is null order by lot.code`,
    [lineIds],
  )
  return rows
}
