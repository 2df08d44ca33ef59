import { db } from "../../harness/shop"
import { variantOf } from "./orders"
import { http } from "./shop"
import { household } from "./visitors"

export type ShippedGoods = { producer_id: string; phone: string; token: string; variant_id: string; listing_id: string }

/** A new household of a commune with one product of a weight, posted as households do. */
export async function shippedGoods({ commune, grams }: { commune: string; grams: number }): Promise<ShippedGoods> {
  const { id: producer_id, token, phone } = await household("approved")
  await db().query("update producer set commune_code = $2 where id = $1", [producer_id, commune])
  const { rows } = await db().query("select id from category order by id limit 1")
  const { body } = await http()
    .post("/producers/me/listings")
    .set("authorization", `Bearer ${token}`)
    .send({
      ...{ title: `Hàng ${grams} gam`, category_id: rows[0].id, unit: "cái" },
      ...{ price: 150_000, stock: 100, weight_grams: grams },
    })
    .expect(201)
  const { id: listing_id, handle } = body.listing
  return { producer_id, token, phone, listing_id, variant_id: await variantOf(handle) }
}
