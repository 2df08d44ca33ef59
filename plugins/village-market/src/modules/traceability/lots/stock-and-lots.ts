import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A listing whose stock is not what its lots hold. Units of the listing. */
export type StockDifference = {
  producer_id: string
  listing_id: string
  title: string
  unit: string
  stock: number
  lots: number
}

/**
 * Stock and lots agree when the stock of a listing is what its active lots have left: both fall at the hand-over, the one
 * by Medusa's fulfilment, the other by the allocation. A lot that is opened changes no stock by itself, for the household
 * may have counted the goods already; so differences are shown, and the household sets the stock to what the lots hold.
 * Listings without lots are not compared. Of one producer, or of all.
 */
export async function stockDifferences(pg: Knex, producer_id: string | null): Promise<StockDifference[]> {
  const { rows } = await pg.raw<{ rows: StockDifference[] }>(
    `select l.producer_id, l.id as listing_id, p.title, l.unit, held.stock::float8 as stock, made.lots::float8 as lots
     from (
       select lot.listing_id, sum(case when lot.status = 'active' then b.left else 0 end) as lots
       from lot join lot_balance b on b.lot_id = lot.id
       where lot.listing_id is not null and (?::text is null or lot.producer_id = ?) group by 1
     ) made
     join listing l on l.id = made.listing_id and l.deleted_at is null
     join product p on p.id = l.product_id and p.deleted_at is null
     cross join lateral (
       select coalesce(sum(level.stocked_quantity), 0) as stock
       from product_variant v
       join product_variant_inventory_item kit on kit.variant_id = v.id and kit.deleted_at is null
       join inventory_level level on level.inventory_item_id = kit.inventory_item_id and level.deleted_at is null
       where v.product_id = p.id and v.deleted_at is null
     ) held
     where held.stock <> made.lots order by p.title, l.id`,
    [producer_id, producer_id],
  )
  return rows
}
