import sharp from "sharp"
import request from "supertest"
import { db, demo } from "../../harness/shop"
import { BASE } from "./phone-login"
import { household } from "./visitors"

/** A producer of the spec's own, in the state asked for, and its JSON. */
export async function keeper(status = "approved") {
  const { id, token } = await household(status)
  const as = (method: "get" | "post" | "delete", path: string) =>
    request(BASE)[method](`/producers/me/listings${path}`).set("authorization", `Bearer ${token}`)
  return { id, token, as }
}
export type Keeper = Awaited<ReturnType<typeof keeper>>

export const fields = (more: object = {}) => ({
  title: "Bình gốm thử",
  category_id: "do-go",
  price: 250_000,
  unit: "cái",
  stock: 7,
  weight_grams: 900,
  ...more,
})

export async function post({ as }: Keeper, more: object = {}) {
  const { body } = await as("post", "").send(fields(more)).expect(201)
  return body.listing as { id: string; product_id: string; handle: string }
}

/** The product as Medusa's own store API shows it to buyers: found, or nothing. */
export async function inStore(product_id: string) {
  const { publishable_api_key, region_id } = demo()
  const { body } = await request(BASE)
    .get("/store/products")
    .query({ id: product_id, region_id, fields: "id,title,thumbnail,*variants.calculated_price,*images" })
    .set("x-publishable-api-key", publishable_api_key)
    .expect(200)
  return body.products[0]
}

export const count = async (
  table: "listing" | "product" | "photo" | "inventory_item" | "listing_draft",
  where = "",
) => {
  const { rows } = await db().query(`select count(*)::int as n from ${table} ${where}`)
  return rows[0].n as number
}

export const picture = (width = 900, height = 700) =>
  sharp({ create: { width, height, channels: 3, background: "#8a5a2b" } })
    .jpeg()
    .toBuffer()
