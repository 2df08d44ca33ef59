import { db } from "../../harness/shop"
import { type At, basketToPay } from "./orders"

type Pieces = { variant_id: string; inventory_item_id: string }
type Pg = Pick<ReturnType<typeof db>, "query">

/** Baskets of one piece each, ready to be completed. */
export async function manyBaskets(count: number, { variant_id }: Pieces, provider = "pp_cash_cash", at?: At) {
  const baskets = []
  for (let n = 0; n < count; n++) baskets.push(await basketToPay([{ variant_id, quantity: 1 }], provider, at))
  return baskets
}

/** How Medusa's stock of a product stands, and the sum of the reservations it should agree with. */
export async function levelOf({ inventory_item_id }: Pieces, pg: Pg = db()) {
  const { rows } = await pg.query(
    `select stocked_quantity::int as stocked, reserved_quantity::int as reserved,
       (raw_reserved_quantity->>'value')::int as raw,
       (select coalesce(sum(quantity), 0)::int from reservation_item r
        where r.inventory_item_id = il.inventory_item_id and r.deleted_at is null) as held
     from inventory_level il where inventory_item_id = $1`,
    [inventory_item_id],
  )
  return rows[0] as { stocked: number; reserved: number; raw: number; held: number }
}

/** Units of a product that stand in orders which have parts, and orders that exist of the baskets named. */
export async function soldOf({ variant_id }: Pieces, carts: string[], pg: Pg = db()) {
  const { rows } = await pg.query(
    `select (select coalesce(sum(line.quantity), 0)::int from producer_order_line line
         join product_variant v on v.product_id = line.product_id where v.id = $1) as units,
       (select count(*)::int from order_cart where cart_id = any ($2) and deleted_at is null) as orders,
       (select count(*)::int from payment p join cart_payment_collection c
         on c.payment_collection_id = p.payment_collection_id
         where c.cart_id = any ($2) and p.canceled_at is null) as payments`,
    [variant_id, carts],
  )
  return rows[0] as { units: number; orders: number; payments: number }
}
