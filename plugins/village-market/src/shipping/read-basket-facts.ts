import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { SHIPPING_AREAS } from "./area"
import type { BasketFacts } from "./quote"
import { SHIPPING_MEANS } from "./shipping-price"

const Rate = z.object({
  id: z.string(),
  area: z.enum(SHIPPING_AREAS),
  means: z.enum(SHIPPING_MEANS),
  over_grams: z.number(),
  to_grams: z.number(),
  price: z.number(),
  per_kg: z.number(),
  valid_from: z.string(),
  valid_to: z.string().nullable(),
  entered_at: z.string(),
})
const Facts = z.object({
  buyer: z.object({ commune: z.string(), province: z.string() }).nullable(),
  parts: z.array(
    z.object({
      producer_id: z.string(),
      shipping_profile_id: z.string().nullable(),
      grams: z.number(),
      commune: z.string().nullable(),
      commune_name: z.string().nullable(),
      province: z.string().nullable(),
    }),
  ),
  rates: z.array(Rate),
  regions: z.array(z.object({ province_code: z.string(), region: z.string() })),
  points: z.array(
    z.object({
      id: z.string(),
      commune_code: z.string(),
      name: z.string(),
      address: z.string(),
      opening_hours: z.string(),
    }),
  ),
})

const RATES = `select coalesce(json_agg(json_build_object('id', id, 'area', area, 'means', means, 'over_grams', over_grams,
    'to_grams', to_grams, 'price', price, 'per_kg', per_kg, 'valid_from', valid_from, 'valid_to', valid_to,
    'entered_at', to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US'))), '[]')
  from shipping_rate where deleted_at is null`

/**
 * All that the price of bringing a basket's goods depends on, in one statement over one state of the database. A buyer's
 * commune counts only within the province named with it. Rates are all that have not ended long ago.
 */
export async function readBasketFacts(connection: Knex, cartId: string): Promise<BasketFacts> {
  const { rows } = await connection.raw<{ rows: { facts: unknown }[] }>(
    `with part as (
      select p.id as producer_id, p.shipping_profile_id, p.commune_code as commune, c.full_name as commune_name,
        c.province_code as province, sum(item.quantity::bigint * l.weight_grams)::float8 as grams
      from cart_line_item item
      join listing l on l.product_id = item.product_id and l.deleted_at is null
      join producer p on p.id = l.producer_id and p.deleted_at is null
      left join commune c on c.code = p.commune_code
      where item.cart_id = :cart and item.deleted_at is null
      group by p.id, c.code
    )
    select json_build_object(
      'buyer', (select json_build_object('commune', c.code, 'province', c.province_code)
        from cart join cart_address a on a.id = cart.shipping_address_id
        join commune c on c.code = a.metadata->>'commune_code' and c.province_code = a.metadata->>'province_code'
        where cart.id = :cart),
      'parts', (select coalesce(json_agg(part order by producer_id), '[]') from part),
      'rates', (${RATES} and coalesce(valid_to, '9999') >= to_char(now() at time zone 'utc' - interval '2 days', 'YYYY-MM-DD')),
      'regions', (select coalesce(json_agg(json_build_object('province_code', province_code, 'region', region)), '[]')
        from shipping_region where deleted_at is null),
      'points', (select coalesce(json_agg(json_build_object('id', cp.id, 'commune_code', cp.commune_code, 'name', cp.name,
          'address', cp.address, 'opening_hours', cp.opening_hours) order by cp.name, cp.id), '[]')
        from collection_point cp where cp.active and cp.deleted_at is null and cp.commune_code in (select commune from part))
    ) as facts`,
    { cart: cartId },
  )
  return Facts.parse(rows[0]?.facts)
}

/** Every rate ever entered, for the operator's list and preview. */
export async function readRates(connection: Knex) {
  const { rows } = await connection.raw<{ rows: { rates: unknown }[] }>(`select (${RATES}) as rates`)
  return z.array(Rate).parse(rows[0]?.rates)
}
