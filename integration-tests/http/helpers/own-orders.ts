import { db } from "../../harness/shop"
import { as, type Maker } from "./lots"
import { buyForCash, type Part } from "./orders"

/** As many pieces as a spec sells. */
export const stock = (maker: Maker, pieces: number) =>
  as(maker)("post", `/producers/me/listings/${maker.listing}`).send({ stock: pieces }).expect(200)

export async function variantOfListing(listing: string): Promise<string> {
  const { rows } = await db().query(
    "select v.id from product_variant v join listing l on l.product_id = v.product_id where l.id = $1",
    [listing],
  )
  return rows[0].id
}

/** An order of this maker's goods, to be paid in cash, that it has heard of. */
export async function newPart(maker: Maker, quantity = 1): Promise<Part> {
  const [part] = await buyForCash([{ variant_id: await variantOfListing(maker.listing), quantity }])
  if (!part) throw new Error("the order has no part")
  return part
}

export const stockOf = async (maker: Maker) => {
  const { rows } = await db().query(
    `select il.stocked_quantity::int as stocked, il.reserved_quantity::int as reserved from inventory_level il
     join product_variant_inventory_item pi on pi.inventory_item_id = il.inventory_item_id
     where pi.variant_id = $1`,
    [await variantOfListing(maker.listing)],
  )
  return rows[0] as { stocked: number; reserved: number }
}
