import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PhotoRow } from "../photos/picture-sources"
import { type ShownWindow, showWindow, type WindowRow } from "../sale-window"
import { type Facets, facetColumns, facetCounts, passes } from "./facets"
import { type CatalogueFilters, PAGE_SIZE } from "./filters"
import { read } from "./read"
import { IS_VISIBLE, needsPrice, otherConditions, PRICE, STOCK, VISIBLE } from "./visible-listings"

export type ListedPhoto = PhotoRow & { id: string }

/** A product as lists show it. Money is whole đồng; `stock` null means sold without counting. Everything here is public. */
export type ListedProduct = {
  id: string
  listing_id: string
  handle: string
  title: string
  price: number | null
  highest_price: number | null
  unit: string
  stock: number | null
  /** Where it is, will be or was sold ahead of its harvest. */
  window: ShownWindow | null
  category: { id: string; name_vi: string; name_en: string }
  producer: { name: string; handle: string }
  village: { id: string; name: string } | null
  commune: { code: string; name: string } | null
  ocop: { stars: number; status: "unverified" | "verified" | "demo"; decided_on: string | null } | null
  is_demo: boolean
  photo: ListedPhoto | null
}

export const LISTED = `
  'id', p.id, 'listing_id', l.id, 'handle', p.handle, 'title', p.title, 'price', price.price,
  'highest_price', price.highest_price, 'unit', l.unit, 'stock', stock.stock,
  'window', case when win.id is not null then json_build_object('id', win.id, 'opens_at', win.opens_at,
    'closes_at', win.closes_at, 'cap', win.cap, 'taken', win.taken, 'expected_on', win.expected_on, 'note', win.note,
    'at', now()) end,
  'category', json_build_object('id', cat.id, 'name_vi', cat.name_vi, 'name_en', cat.name_en),
  'producer', json_build_object('name', pr.name, 'handle', pr.handle),
  'village', case when v.id is not null then json_build_object('id', v.id, 'name', v.name) end,
  'commune', case when c.code is not null then json_build_object('code', c.code, 'name', c.full_name) end,
  'ocop', case when l.ocop_stars is not null and l.ocop_status <> 'none'
    then json_build_object('stars', l.ocop_stars, 'status', l.ocop_status, 'decided_on', l.ocop_decided_on) end,
  'is_demo', l.is_demo
`
export type Unshown<Product> = Omit<Product, "window"> & { window: WindowRow | null }
export const withWindow = <Product extends { window: WindowRow | null }>({ window, ...product }: Product) => ({
  ...product,
  window: window && showWindow(window),
})

const PHOTO =
  "json_build_object('id', ph.id, 'alt', ph.alt, 'width', ph.width, 'height', ph.height, 'renditions', ph.renditions)"

const ORDER = {
  newest: "created_at desc, id",
  price: "price asc nulls last, id",
  "-price": "price desc nulls last, id",
  name: `title collate "vi-x-icu", id`,
  found: "rank, id",
} as const

export type ListOptions = {
  filters: CatalogueFilters
  limit?: number
  offset?: number
  /** Product ids in the order of a search; they rank the list unless a sort is asked for. */
  ids?: string[]
  /** Sales channels of the reader; the store's own when left out. */
  channels?: string[]
  /** Count the facets too; empty otherwise. */
  facets?: boolean
}

/** Written into the text, not bound: a plan for any limit is dear in PostgreSQL's eyes, so it would plan every time. */
const whole = (value: number) => Math.trunc(Number(value))

/** One page of the products everybody may see, with prices and stock of this moment, in one statement. */
export async function listProducts(
  pg: Knex,
  { filters, limit = PAGE_SIZE, offset = 0, ids, channels, facets = false }: ListOptions,
) {
  const conditions = otherConditions(filters, ids)
  const columns = facetColumns(filters)
  const byPrice = needsPrice(filters)
  const text = `
    with base as materialized (
      select l.id, ${ids ? "array_position(?::text[], p.id)" : "0"} as rank, l.created_at, p.title,
        ${byPrice ? "price.price" : "null"} as price, ${columns.text}
      from ${VISIBLE} ${byPrice ? PRICE : ""} ${filters.in_stock ? STOCK : ""}
      where ${[IS_VISIBLE, ...conditions.map((condition) => condition.text)].join(" and ")}
    ), shown as materialized (
      select id, row_number() over (order by ${ORDER[filters.sort ?? (ids ? "found" : "newest")]}) as place
      from base where ${passes(filters)} order by place limit ${whole(limit)} offset ${whole(offset)}
    )
    select (select count(*) from base where ${passes(filters)})::int as count, coalesce((
      select json_agg(json_build_object(${LISTED}, 'photo', photo.photo) order by shown.place)
      from shown join ${VISIBLE.replace("listing l", "listing l on l.id = shown.id")} ${PRICE} ${STOCK}
      left join lateral (
        select ${PHOTO} as photo from photo ph where ph.listing_id = l.id and ph.deleted_at is null
        order by ph.position, ph.created_at limit 1
      ) photo on true
    ), '[]') as products, ${facets ? facetCounts(filters) : "null::json"} as facets
  `
  const own = channels ?? null
  const values = [
    ...(ids ? [ids] : []),
    ...columns.values,
    own,
    ...conditions.flatMap((condition) => condition.values),
    own,
  ]
  const [found] = await read<{ count: number; products: Unshown<ListedProduct>[]; facets: Facets | null }>(
    pg,
    text,
    values,
  )
  return {
    count: found?.count ?? 0,
    products: (found?.products ?? []).map(withWindow),
    facets: found?.facets ?? { category: [], village: [], commune: [], ocop: [] },
  }
}
