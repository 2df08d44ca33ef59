import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { type ShownWindow, showWindow } from "../sale-window"
import { read } from "./read"
import { TAKEN } from "./visible-listings"

const Plain = z.object({
  id: z.string(),
  opens_at: z.date(),
  closes_at: z.date(),
  cap: z.coerce.number().int(),
  taken: z.number().int(),
  expected_on: z.string(),
  note: z.string().nullable(),
})

const Row = Plain.extend({
  listing_id: z.string(),
  product_id: z.string(),
  variant_id: z.string(),
  /** Medusa still lets the product be ordered without stock; after closing, a job ends that within a minute. */
  backorder: z.boolean(),
})
export type ListedWindow = z.infer<typeof Row>

/** The last window of each listing that has one; asked for by variants, products or listings. */
export async function saleWindows(
  pg: Knex,
  by: "variant_id" | "product_id" | "listing_id",
  ids: string[],
): Promise<ListedWindow[]> {
  if (ids.length === 0) return []
  const column = { variant_id: "v.id", product_id: "l.product_id", listing_id: "l.id" }[by]
  const rows = await read<unknown>(
    pg,
    `select distinct on (v.id) w.id, w.listing_id, l.product_id, v.id as variant_id, w.opens_at, w.closes_at, w.cap,
       w.expected_on::text as expected_on, w.note, ${TAKEN} as taken, v.allow_backorder as backorder
     from listing l
     join product_variant v on v.product_id = l.product_id and v.deleted_at is null
     join sale_window w on w.listing_id = l.id
     where ${column} = any (?::text[]) order by v.id, w.closes_at desc`,
    [ids],
  )
  return rows.map((row) => Row.parse(row))
}

/** All windows of a listing, the last first. */
export async function windowsOf(pg: Knex, listingId: string): Promise<OwnWindow[]> {
  const rows = await read<unknown>(
    pg,
    `select id, opens_at, closes_at, cap, expected_on::text as expected_on, note, ${TAKEN} as taken
     from sale_window w where listing_id = ? order by closes_at desc`,
    [listingId],
  )
  return rows.map((row) => ownWindow(Plain.parse(row)))
}

export type OwnWindow = ShownWindow & { taken: number }

/** A window as its producer sees it. */
export const ownWindow = (window: z.infer<typeof Plain>): OwnWindow => ({
  ...showWindow({ ...window, at: new Date() }),
  taken: window.taken,
})
