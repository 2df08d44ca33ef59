import type { CatalogueFilters } from "./filters"

/** SQL text with the values of its question marks, in order. */
export type SqlValue = string | number | null | string[]
export type Sql = { text: string; values: SqlValue[] }

/**
 * What everybody may see: listings not hidden, of approved producers, whose product is published in a sales channel
 * of the reader. Takes one value, the array of sales channels; null means the store's own channel.
 */
export const VISIBLE = `
  listing l
  join product p on p.id = l.product_id and p.status = 'published' and p.deleted_at is null
  join producer pr on pr.id = l.producer_id and pr.status = 'approved' and pr.deleted_at is null
  join category cat on cat.id = l.category_id
  left join commune c on c.code = pr.commune_code
  left join craft_village v on v.id = pr.craft_village_id
  cross join (select coalesce(?::text[], array(select default_sales_channel_id from store where deleted_at is null)) as ids) channels
`
export const IS_VISIBLE = `
  l.deleted_at is null and not l.hidden
  and exists (
    select from product_sales_channel psc
    where psc.product_id = p.id and psc.sales_channel_id = any (channels.ids) and psc.deleted_at is null
  )
`

/** The base price in đồng: `price` of the cheapest variant, `highest_price` of the dearest. Price lists and rules are Medusa's affair. */
export const PRICE = `
  left join lateral (
    select min(m.amount)::bigint as price, max(m.amount)::bigint as highest_price
    from product_variant pv
    join product_variant_price_set s on s.variant_id = pv.id and s.deleted_at is null
    join price m on m.price_set_id = s.price_set_id and m.deleted_at is null and m.currency_code = 'vnd'
      and m.price_list_id is null and m.rules_count = 0 and m.min_quantity is null and m.max_quantity is null
    where pv.product_id = p.id and pv.deleted_at is null
  ) price on true
`

/** How many units of window `w` are sold: what was cancelled, or never paid, gives its places back. */
export const TAKEN = `
  coalesce((
    select sum(line.quantity - line.cancelled) from ahead_line ahead
    join producer_order_line line on line.id = ahead.line_id
    join producer_order part on part.id = line.producer_order_id
    where ahead.window_id = w.id and part.status not in ('expired', 'cancelled')
  ), 0)::int
`

/** The window in which a listing is sold ahead, or will be, or was last. */
const WINDOW = `
  left join lateral (
    select w.*, ${TAKEN} as taken from sale_window w where w.listing_id = l.id order by w.closes_at desc limit 1
  ) win on true
`

/**
 * What can be sold now over all variants: stocked less reserved at the locations of the reader's channels, as
 * Medusa's getVariantAvailability counts. `stock` is null when some variant may be sold without counting. A listing
 * with a window is sold from its places until the window closes, and never without counting.
 */
export const STOCK = `
  ${WINDOW}
  left join lateral (
    select case
      when now() < win.opens_at then 0
      when now() < win.closes_at then greatest(win.cap - win.taken, 0)::int
      when bool_or(not pv.manage_inventory or (pv.allow_backorder and win.id is null)) then null
      else greatest(coalesce(sum(a.quantity), 0), 0)::int
    end as stock
    from product_variant pv
    left join lateral (
      select min(floor(coalesce(levels.available, 0) / i.required_quantity)) as quantity
      from product_variant_inventory_item i
      left join lateral (
        select sum(il.stocked_quantity - il.reserved_quantity) as available
        from inventory_level il
        where il.inventory_item_id = i.inventory_item_id and il.deleted_at is null and exists (
          select from sales_channel_stock_location sl
          where sl.stock_location_id = il.location_id and sl.sales_channel_id = any (channels.ids) and sl.deleted_at is null
        )
      ) levels on true
      where i.variant_id = pv.id and i.deleted_at is null
    ) a on true
    where pv.product_id = p.id and pv.deleted_at is null
  ) stock on true
`

/** Filters that have a facet, with the column each compares; a facet counts under all filters but its own. */
export const FACETS = {
  category: "l.category_id",
  village: "pr.craft_village_id",
  commune: "pr.commune_code",
  ocop: "(case when l.ocop_status <> 'none' then l.ocop_stars end)",
} as const
export type FacetName = keyof typeof FACETS

export const needsPrice = ({ min_price, max_price, sort }: CatalogueFilters) =>
  min_price !== undefined || max_price !== undefined || sort === "price" || sort === "-price"

/** The conditions other than facets; `ids` are product ids found by a search. */
export function otherConditions(filters: CatalogueFilters, ids?: string[]): Sql[] {
  const conditions: Sql[] = []
  const add = (text: string, ...values: SqlValue[]) => conditions.push({ text, values })
  if (ids) add("p.id = any (?::text[])", ids)
  if (filters.producer) add("pr.handle = ?", filters.producer)
  if (filters.min_price !== undefined) add("price.price >= ?", filters.min_price)
  if (filters.max_price !== undefined) add("price.price <= ?", filters.max_price)
  if (filters.in_stock) add("stock.stock is distinct from 0")
  return conditions
}

export function facetConditions(filters: CatalogueFilters): (Sql & { facet: FacetName })[] {
  return (Object.keys(FACETS) as FacetName[]).flatMap((facet) => {
    const value = filters[facet]
    return value === undefined ? [] : [{ facet, text: `${FACETS[facet]} = ?`, values: [value] }]
  })
}
