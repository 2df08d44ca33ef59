import type { Knex } from "@medusajs/framework/mikro-orm/knex"

type Level = { id: string; listing_id: string; stocked: number }

/**
 * Where the stock of some listings stands, its rows locked in the order of their ids until the transaction ends. It
 * shares our transaction, which Medusa's inventory module cannot (facts medusa-orders §8).
 */
export async function lockStock(trx: Knex.Transaction, listings: string[]): Promise<Map<string, Level>> {
  const { rows } = await trx.raw<{ rows: Level[] }>(
    `select level.id, l.listing_id, level.stocked_quantity::float8 as stocked from inventory_level level
     join (
       select distinct on (listing.id) listing.id as listing_id, level.id as level_id from listing
       join producer pr on pr.id = listing.producer_id
       join product_variant v on v.product_id = listing.product_id and v.deleted_at is null
       join product_variant_inventory_item kit on kit.variant_id = v.id and kit.deleted_at is null
       join inventory_level level on level.inventory_item_id = kit.inventory_item_id
         and level.location_id = pr.stock_location_id and level.deleted_at is null
       where listing.id = any (?::text[]) order by listing.id, level.id
     ) l on l.level_id = level.id
     order by level.id for update of level`,
    [listings],
  )
  return new Map(rows.map((row) => [row.listing_id, row]))
}

/**
 * Takes whole units out of a listing's stock, never more than there are; a negative number puts back. Returns what it
 * took. Medusa's two columns of a quantity are kept equal; what is reserved is counted by a trigger.
 */
export async function takeFromStock(trx: Knex.Transaction, level: Level | undefined, units: number): Promise<number> {
  const taken = level ? Math.min(Math.floor(units), Math.max(0, level.stocked)) : 0
  if (!level || taken === 0) return 0
  level.stocked -= taken
  await trx.raw(
    `update inventory_level set stocked_quantity = stocked_quantity - ?::int,
       raw_stocked_quantity = jsonb_set(raw_stocked_quantity, '{value}', to_jsonb((stocked_quantity - ?::int)::text)),
       updated_at = now()
     where id = ?`,
    [taken, taken, level.id],
  )
  return taken
}
