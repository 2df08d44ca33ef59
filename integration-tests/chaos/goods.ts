import type { Pool } from "pg"

export type Goods = { variant_id: string; inventory_item_id: string }

/** Demonstration goods that can be bought without further ado, each with plenty of stock. */
export async function plentyOf(pg: Pool, kinds: number, pieces: number): Promise<Goods[]> {
  const { rows } = await pg.query<Goods>(
    `select v.id as variant_id, i.inventory_item_id from listing l
     join producer pr on pr.id = l.producer_id and pr.status = 'approved'
     join product_variant v on v.product_id = l.product_id and v.deleted_at is null
     join product p on p.id = l.product_id and p.status = 'published'
     join product_variant_inventory_item i on i.variant_id = v.id
     join inventory_level il on il.inventory_item_id = i.inventory_item_id
     where l.is_demo and not l.hidden and l.deleted_at is null and l.weight_grams < 5000
       and not exists (select from sale_window w where w.listing_id = l.id)
     order by l.id limit $1`,
    [kinds],
  )
  for (const one of rows) await leave(pg, one, pieces)
  return rows
}

/** So many pieces more than are reserved, as when the rest was sold at the workshop. */
export const leave = (pg: Pool, { inventory_item_id }: Goods, pieces: number) =>
  pg.query(
    `update inventory_level set stocked_quantity = reserved_quantity + $2::int,
       raw_stocked_quantity = jsonb_build_object('value', (reserved_quantity + $2::int)::text, 'precision', 20)
     where inventory_item_id = $1`,
    [inventory_item_id, pieces],
  )
