import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { Dong } from "./rows"

/** Long enough to find the app and sign in; a passer-by does not stand there longer. */
export const STALL_MINUTES = 15

const StallSale = z.object({
  id: z.string(),
  producer_id: z.string(),
  /** The product that was picked; null for an amount without one. */
  listing_id: z.string().nullable(),
  description: z.string().nullable(),
  quantity: Dong,
  /** Whole đồng for all of it. */
  amount: Dong,
  fingerprint: z.string(),
  created_at: z.date(),
  expires_at: z.date(),
  cancelled_at: z.date().nullable(),
  /** What its order sells, known once it was paid. */
  product_id: z.string().nullable(),
  cart_id: z.string().nullable(),
  order_id: z.string().nullable(),
})
export type StallSale = z.infer<typeof StallSale>
export type NewStallSale = Pick<
  StallSale,
  "producer_id" | "listing_id" | "description" | "quantity" | "amount" | "fingerprint"
> & { key: string }

/** The row of this producer's key; made when it is new, so that a second tap finds the first one's. */
export async function claimStallSale(db: Knex, sale: NewStallSale): Promise<StallSale> {
  const { producer_id, key } = sale
  await db("stall_sale")
    .insert({
      id: generateEntityId(undefined, "stall"),
      ...sale,
      expires_at: db.raw("now() + make_interval(mins => ?)", [STALL_MINUTES]),
    })
    .onConflict(["producer_id", "key"])
    .ignore()
  return StallSale.parse(await db("stall_sale").where({ producer_id, key }).first())
}

const one = async (query: Knex.QueryBuilder) => StallSale.optional().parse(await query.first())

export const stallSale = (db: Knex, id: string) => one(db("stall_sale").where({ id }))
export const stallSaleOf = (db: Knex, producer_id: string, id: string) =>
  one(db("stall_sale").where({ id, producer_id }))
export const stallSaleOfCart = (db: Knex, cart_id: string) => one(db("stall_sale").where({ cart_id }))

/** Sales keyed in since the last midnight in Vietnam, newest first. */
export async function stallSalesToday(db: Knex, producer_id: string): Promise<StallSale[]> {
  const rows = await db("stall_sale")
    .where({ producer_id })
    .whereRaw("created_at >= date_trunc('day', now() at time zone 'Asia/Ho_Chi_Minh') at time zone 'Asia/Ho_Chi_Minh'")
    .orderBy("created_at", "desc")
    .limit(500)
  return rows.map((row) => StallSale.parse(row))
}

/** The basket is named before anything is put in; whoever names it first has it named. Returns the one that stands. */
export async function nameStallBasket(db: Knex, id: string, wanted: { cart_id: string; product_id: string }) {
  await db("stall_sale").where({ id, cart_id: null }).update(wanted)
  const row = await db("stall_sale").where({ id }).first("cart_id")
  return z.string().parse(row.cart_id)
}

export const nameStallOrder = (db: Knex, id: string, order_id: string) =>
  db("stall_sale").where({ id }).update({ order_id })

export const cancelStallSale = (db: Knex, id: string) =>
  db("stall_sale").where({ id, cancelled_at: null }).update({ cancelled_at: db.fn.now() })

const StallGoods = z.object({ product_id: z.string(), listing_id: z.string() })

export async function stallGoodsOf(db: Knex, producer_id: string) {
  return StallGoods.optional().parse(await db("stall_goods").where({ producer_id }).first())
}

export const addStallGoods = (db: Knex, goods: z.infer<typeof StallGoods> & { producer_id: string }) =>
  db("stall_goods").insert(goods).onConflict("producer_id").ignore()
