import request from "supertest"
import { baseUrl, db, demo } from "../../harness/shop"

export const http = () => request(baseUrl())

/** A page for somebody without cookies. */
export const page = (path: string, lang = "vi") => http().get(path).set("accept-language", lang)

/** JSON as a storefront asks for it. */
export const store = (path: string, method: "get" | "post" | "delete" = "get") =>
  http()[method](path).set("x-publishable-api-key", demo().publishable_api_key)

/** A word nobody has used, so that specs find their own things only. */
export const word = () =>
  `thu${Math.random()
    .toString(36)
    .replace(/[^a-z]/g, "")
    .slice(0, 8)}`

export type Seller = Awaited<ReturnType<typeof seller>>

/** A seeded producer, logged in by phone and the code of the demonstration. */
export async function seller(place = 0) {
  const one = demo().producers[place]
  if (!one) throw new Error("The demonstration has too few producers")
  await http().post("/auth/producer/phone").send({ phone: one.phone }).expect(200)
  const { body } = await http()
    .post("/auth/producer/phone/callback")
    .send({ phone: one.phone, code: one.otp })
    .expect(200)
  const as = (method: "get" | "post" | "delete", path: string) =>
    http()[method](path).set("authorization", `Bearer ${body.token}`)
  return { ...one, as, token: String(body.token) }
}

/** Posts a product as its producer does, through the shop's own JSON. */
export async function offer(
  { as, id }: Seller,
  { title, price = 125_000, stock = 7 }: { title: string; price?: number; stock?: number },
) {
  const { rows } = await db().query(
    "select category_id from listing where producer_id = $1 and deleted_at is null limit 1",
    [id],
  )
  const { body } = await as("post", "/producers/me/listings")
    .send({ title, price, stock, unit: "cái", weight_grams: 500, category_id: rows[0].category_id })
    .expect(201)
  const { id: listing_id, product_id, handle } = body.listing
  const { rows: variants } = await db().query(
    `select v.id as variant_id, i.inventory_item_id, l.location_id, s.price_set_id
     from product_variant v
     join product_variant_inventory_item i on i.variant_id = v.id
     join inventory_level l on l.inventory_item_id = i.inventory_item_id
     join product_variant_price_set s on s.variant_id = v.id
     where v.product_id = $1`,
    [product_id],
  )
  return { listing_id, product_id, handle, title, price, stock, ...variants[0] } as {
    listing_id: string
    product_id: string
    handle: string
    variant_id: string
    inventory_item_id: string
    location_id: string
    price_set_id: string
  }
}

/** Asks again until the answer holds, for what follows an edit a moment later; fails with the last answer. */
export async function within(ms: number, ask: () => Promise<void>) {
  const end = Date.now() + ms
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (Date.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
