import request from "supertest"
import { baseUrl, type Demo, demo } from "../harness/shop"

/** One variant of a seller and how its goods travel. */
export type Goods = { variant_id: string; inventory_item_id: string; location_id: string; price: number }

/** The JSON interfaces of one shop, as its storefront and its operator use them. */
export function shopClient(base = baseUrl(), known: Demo = demo()) {
  const store = (method: "get" | "post" | "delete", path: string) =>
    request(base)[method](path).set("x-publishable-api-key", known.publishable_api_key)
  let token: string | undefined
  async function admin(method: "get" | "post" | "delete", path: string, body?: object) {
    token ??= (await request(base).post("/auth/user/emailpass").send(known.admin).expect(200)).body.token
    const answer = await request(base)[method](path).set("authorization", `Bearer ${token}`).send(body)
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`)
    return answer.body
  }
  return { base, demo: known, store, admin }
}
export type ShopClient = ReturnType<typeof shopClient>

/** A seeded product that can be sold and shipped; it gets stock, and its seller a shipping option unless it has one. */
export async function findGoods({ admin, demo }: ShopClient): Promise<Goods> {
  const fields =
    "id,shipping_profile.id,variants.id,variants.prices.amount,variants.inventory_items.inventory.id,variants.inventory_items.inventory.location_levels.location_id,variants.inventory_items.inventory.location_levels.stocked_quantity"
  const { products } = await admin("get", `/admin/products?limit=20&status[]=published&fields=${fields}`)
  for (const product of products) {
    const [variant] = product.variants
    const item = variant?.inventory_items?.[0]?.inventory
    const level = item?.location_levels?.[0]
    if (!level || !product.shipping_profile) continue
    // Enough for all the baskets of a run.
    const stock = { stocked_quantity: level.stocked_quantity + 100 }
    await admin("post", `/admin/inventory-items/${item.id}/location-levels/${level.location_id}`, stock)
    await ensureShipping(admin, level.location_id, product.shipping_profile.id, demo.sales_channel_id)
    const { amount } = variant.prices[0]
    return { variant_id: variant.id, inventory_item_id: item.id, location_id: level.location_id, price: amount }
  }
  throw new Error("No seeded product is stocked at a seller")
}

async function ensureShipping(admin: ShopClient["admin"], location: string, profile: string, channel: string) {
  const { shipping_options } = await admin("get", `/admin/shipping-options?shipping_profile_id=${profile}`)
  if (shipping_options.length > 0) return
  const name = `Giao hàng ${profile}`
  await admin("post", `/admin/stock-locations/${location}/sales-channels`, { add: [channel] })
  await admin("post", `/admin/stock-locations/${location}/fulfillment-providers`, { add: ["manual_manual"] })
  const { stock_location } = await admin(
    "post",
    `/admin/stock-locations/${location}/fulfillment-sets?fields=*fulfillment_sets`,
    { name, type: "shipping" },
  )
  const set = stock_location.fulfillment_sets[0].id
  const zone = { name, geo_zones: [{ type: "country", country_code: "vn" }] }
  const { fulfillment_set } = await admin("post", `/admin/fulfillment-sets/${set}/service-zones`, zone)
  await admin("post", "/admin/shipping-options", {
    name: "Giao tận nhà",
    service_zone_id: fulfillment_set.service_zones[0].id,
    shipping_profile_id: profile,
    provider_id: "manual_manual",
    price_type: "flat",
    type: { label: "Giao tận nhà", description: "2–4 ngày", code: "home" },
    prices: [{ currency_code: "vnd", amount: 30_000 }],
  })
}

/** A basket of one unit, addressed and with shipping chosen; nothing is left but to pay. */
export async function fillBasket({ store, demo }: ShopClient, goods: Goods, quantity = 1) {
  const address = {
    first_name: "Lan",
    last_name: "Nguyễn Thị",
    address_1: "Số 5, xóm 3",
    city: "Xã Hải Anh",
    province: "Ninh Bình",
    country_code: "vn",
    phone: "0912345678",
    metadata: { province_code: "37", commune_code: "14236" },
  }
  const { body } = await store("post", "/store/carts")
    .send({
      region_id: demo.region_id,
      sales_channel_id: demo.sales_channel_id,
      email: `lan.${Date.now()}@example.vn`,
      items: [{ variant_id: goods.variant_id, quantity }],
      shipping_address: address,
      billing_address: address,
    })
    .expect(200)
  const cart_id: string = body.cart.id
  const options = await store("get", `/store/shipping-options?cart_id=${cart_id}`).expect(200)
  expect(
    new Set(options.body.shipping_options.map((one: { shipping_profile_id: string }) => one.shipping_profile_id)).size,
  ).toBe(1)
  const [option] = options.body.shipping_options
  await store("post", `/store/carts/${cart_id}/shipping-methods`).send({ option_id: option.id }).expect(200)
  const collection = await store("post", "/store/payment-collections").send({ cart_id }).expect(200)
  return { cart_id, collection_id: String(collection.body.payment_collection.id) }
}

export type Session = {
  id: string
  amount: number
  status: string
  data: { txn_ref: string; redirect_url: string; session_id: string; expires_at: string }
}

/** Begins to pay; each call is another attempt. */
export async function beginPayment(
  { store }: ShopClient,
  collectionId: string,
  provider_id = "pp_vnpay_vnpay",
  data?: object,
): Promise<Session> {
  const { body } = await store("post", `/store/payment-collections/${collectionId}/payment-sessions`)
    .send({ provider_id, data })
    .expect(200)
  return body.payment_collection.payment_sessions.find(
    (one: { provider_id: string }) => one.provider_id === provider_id,
  )
}
