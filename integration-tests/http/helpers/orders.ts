import { setTimeout as pause } from "node:timers/promises"
import { type Demo, db, demo } from "../../harness/shop"
import type { Session } from "../basket"
import { DEMO_CODE } from "./phone-login"
import { http } from "./shop"

type Pg = Pick<ReturnType<typeof db>, "query">
type Http = typeof http

/** The shop to buy at; the shared one unless said otherwise. */
export type At = { http: Http; demo: Demo; pg: Pg }
const shared = (): At => ({ http, demo: demo(), pg: db() })

export const BUYER = { name: "Chị Hà", phone: "+84912345678", street: "12 Đội Cấn" }

const ADDRESS = {
  first_name: BUYER.name,
  phone: BUYER.phone,
  address_1: BUYER.street,
  city: "Phường Ba Đình",
  province: "Thành phố Hà Nội",
  country_code: "vn",
  metadata: { province_code: "01", commune_code: "00004" },
}

export type Wanted = { variant_id: string; quantity: number }
export type Part = { id: string; order_id: string; producer_id: string; goods: number; shipping: number; total: number }

const storeAt =
  ({ http, demo }: At) =>
  (method: "get" | "post", path: string) =>
    http()[method](path).set("x-publishable-api-key", demo.publishable_api_key)

/** A basket over `/store` JSON with its address, the delivery of every seller in it and a payment begun. */
export async function basketToPay(wanted: Wanted[], provider_id: string, at: At = shared()) {
  const store = storeAt(at)
  const { region_id } = at.demo
  const { body } = await store("post", "/store/carts").send({ region_id, email: "ha@example.vn" }).expect(200)
  const cart: string = body.cart.id
  for (const line of wanted) await store("post", `/store/carts/${cart}/line-items`).send(line).expect(200)
  await store("post", `/store/carts/${cart}`).send({ shipping_address: ADDRESS }).expect(200)
  const { shipping_options } = (await store("get", `/store/shipping-options?cart_id=${cart}`).expect(200)).body
  for (const { id: option_id, type } of shipping_options) {
    if (type.code !== "delivery") continue
    await store("post", `/store/carts/${cart}/shipping-methods`).send({ option_id }).expect(200)
  }
  const { payment_collection } = (await store("post", "/store/payment-collections").send({ cart_id: cart }).expect(200))
    .body
  const begun = await store("post", `/store/payment-collections/${payment_collection.id}/payment-sessions`)
    .send({ provider_id })
    .expect(200)
  const session: Session = begun.body.payment_collection.payment_sessions[0]
  return { cart, session }
}

/** An order paid in cash on delivery, bought over `/store` JSON; its parts once every producer has heard of them. */
export async function buyForCash(wanted: Wanted[], at: At = shared()): Promise<Part[]> {
  const { cart } = await basketToPay(wanted, "pp_cash_cash", at)
  const order = (await storeAt(at)("post", `/store/carts/${cart}/complete`).expect(200)).body.order
  return placedParts(order.id, at.pg)
}

/** The parts of an order once every producer has heard of them. */
export async function placedParts(order_id: string, pg: Pg = db()): Promise<Part[]> {
  for (let tries = 0; tries < 200; tries++) {
    const { rows } = await pg.query(
      `select id, order_id, producer_id, notified_at, goods::float8 as goods, shipping::float8 as shipping, total::float8 as total
       from producer_order where order_id = $1 order by display_no`,
      [order_id],
    )
    if (rows.length > 0 && rows.every(({ notified_at }) => notified_at)) return rows
    await pause(100)
  }
  throw new Error(`order ${order_id} was not told to its producers`)
}

export const variantOf = async (product_handle: string) => {
  const { rows } = await db().query(
    "select v.id from product_variant v join product p on p.id = v.product_id where p.handle = $1",
    [product_handle],
  )
  return String(rows[0].id)
}

/** The login of a household of the demonstration: its code is known and never sent. */
export async function demoToken(phone: string, at: Pick<At, "http"> = { http }): Promise<string> {
  await at.http().post("/auth/producer/phone").send({ phone }).expect(200)
  const { body } = await at.http().post("/auth/producer/phone/callback").send({ phone, code: DEMO_CODE }).expect(200)
  return body.token
}
