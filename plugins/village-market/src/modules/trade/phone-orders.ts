import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"

export const KEYED_BY = ["producer", "operator"] as const
/** Who writes down an order that came by phone. */
export type KeyedBy = { kind: (typeof KEYED_BY)[number]; id: string; name?: string | null }

const PhoneOrder = z.object({
  id: z.coerce.number(),
  keyed_by_kind: z.enum(KEYED_BY),
  keyed_by_id: z.string(),
  keyed_by_name: z.string().nullable(),
  fingerprint: z.string(),
  cart_id: z.string().nullable(),
  order_id: z.string().nullable(),
  created_at: z.date(),
})
export type PhoneOrder = z.infer<typeof PhoneOrder>

/** The row of this sender's key; made when it is new, so that a second tap finds the first one's. */
export async function claimPhoneOrder(db: Knex, by: KeyedBy, key: string, fingerprint: string): Promise<PhoneOrder> {
  const own = { keyed_by_kind: by.kind, keyed_by_id: by.id, key }
  await db("phone_order")
    .insert({ ...own, keyed_by_name: by.name ?? null, fingerprint })
    .onConflict(["keyed_by_kind", "keyed_by_id", "key"])
    .ignore()
  return PhoneOrder.parse(await db("phone_order").where(own).first())
}

/** The basket is named before it is completed: the parts of its order read their channel here. */
export const namePhoneBasket = (db: Knex, id: number, cart_id: string) =>
  db("phone_order").where({ id }).update({ cart_id })

export const namePhoneOrder = (db: Knex, id: number, order_id: string) =>
  db("phone_order").where({ id }).update({ order_id })

/** What came to no order leaves its key free for another try. */
export const releasePhoneOrder = (db: Knex, id: number) => db("phone_order").where({ id, order_id: null }).delete()

export async function phoneOrderOfCart(db: Knex, cartId: string): Promise<PhoneOrder | undefined> {
  return PhoneOrder.optional().parse(await db("phone_order").where({ cart_id: cartId }).first())
}

/** Newest first, with what each came to in whole đồng. */
export async function latestPhoneOrders(db: Knex, limit: number) {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `select o.order_id, o.keyed_by_kind, o.keyed_by_name, o.created_at, min(p.buyer_name) as buyer_name,
       string_agg(p.display_no, ', ' order by p.display_no) as parts, sum(p.total) as total
     from phone_order o join producer_order p on p.order_id = o.order_id
     group by o.id order by o.created_at desc limit ?`,
    [limit],
  )
  return z.array(LatestPhoneOrder).parse(rows)
}

const LatestPhoneOrder = z.object({
  order_id: z.string(),
  keyed_by_kind: z.enum(KEYED_BY),
  keyed_by_name: z.string().nullable(),
  created_at: z.date(),
  buyer_name: z.string(),
  parts: z.string(),
  total: z.coerce.number(),
})
