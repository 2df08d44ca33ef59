import { setTimeout as pause } from "node:timers/promises"
import request from "supertest"
import { baseUrl, db, demo } from "../harness/shop"
import { CASH_PAID } from "./helpers/cash"
import { demoToken } from "./helpers/orders"

/** Two producers of the demonstration and one product of each. */
type Goods = {
  product_id: string
  variant_id: string
  producer_id: string
  phone: string
  price: number
  location: string
  item: string
}

const api = (method: "get" | "post", path: string) =>
  request(baseUrl())[method](path).set("x-publishable-api-key", demo().publishable_api_key)

async function twoGoods(): Promise<Goods[]> {
  const { rows } = await db().query(
    `select distinct on (l.producer_id) l.product_id, pv.id as variant_id, l.producer_id, pr.phone, pi.inventory_item_id as item,
       il.location_id as location, m.amount::int as price
     from listing l
     join producer pr on pr.id = l.producer_id and pr.status = 'approved' and pr.kind = 'household'
     join product_variant pv on pv.product_id = l.product_id
     join product_variant_price_set s on s.variant_id = pv.id
     join price m on m.price_set_id = s.price_set_id
     join product_variant_inventory_item pi on pi.variant_id = pv.id
     join inventory_level il on il.inventory_item_id = pi.inventory_item_id and il.stocked_quantity - il.reserved_quantity >= 8
     where l.is_demo and not l.hidden and l.deleted_at is null
     order by l.producer_id, il.stocked_quantity desc limit 2`,
  )
  return rows
}

const ADDRESS = {
  first_name: "Chị Hà",
  phone: "+84912345678",
  address_1: "12 Đội Cấn",
  city: "Phường Ba Đình",
  province: "Thành phố Hà Nội",
  country_code: "vn",
  metadata: { province_code: "01", commune_code: "00004" },
}

/** A basket of both producers over `/store` JSON, ready to be paid with cash. */
async function basket(goods: Goods[], address: object = ADDRESS, kind = "delivery") {
  const { region_id } = demo()
  const { body } = await api("post", "/store/carts").send({ region_id, email: "ha@example.vn" }).expect(200)
  const id: string = body.cart.id
  for (const { variant_id } of goods)
    await api("post", `/store/carts/${id}/line-items`).send({ variant_id, quantity: 2 }).expect(200)
  await api("post", `/store/carts/${id}`).send({ shipping_address: address }).expect(200)
  const options = (await api("get", `/store/shipping-options?cart_id=${id}`).expect(200)).body.shipping_options
  const chosen = options.filter((option: { type: { code: string } }) => option.type.code === kind)
  expect(chosen).toHaveLength(goods.length)
  for (const { id: option_id } of chosen)
    await api("post", `/store/carts/${id}/shipping-methods`).send({ option_id }).expect(200)
  return id
}

async function promiseCash(cart_id: string) {
  const { body } = await api("post", "/store/payment-collections").send({ cart_id }).expect(200)
  const path = `/store/payment-collections/${body.payment_collection.id}/payment-sessions`
  await api("post", path).send({ provider_id: "pp_cash_cash" }).expect(200)
}

const complete = (id: string) => api("post", `/store/carts/${id}/complete`)

async function parts(cartId: string) {
  const { rows } = await db().query("select * from producer_order where cart_id = $1 order by display_no", [cartId])
  return rows
}

async function until<T>(read: () => Promise<T>, done: (value: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    const value = await read()
    if (done(value)) return value
    await pause(100)
  }
  throw new Error("it did not happen within 10 seconds")
}

describe("an order of several producers", () => {
  let goods: Goods[]
  beforeAll(async () => {
    goods = await twoGoods()
    expect(goods).toHaveLength(2)
  })

  it("is completed exactly once under 64 parallel calls, with one part per producer and one set of journal rows", async () => {
    const cart = await basket(goods)
    await promiseCash(cart)
    const answers = await Promise.all(Array.from({ length: 64 }, () => complete(cart)))
    const orders = new Set(answers.map(({ body }) => body.order?.id))
    expect([...orders]).toHaveLength(1)
    const placed = await until(
      () => parts(cart),
      (rows) => rows.length === 2 && rows.every(({ notified_at }) => notified_at),
    )
    expect(placed.map(({ status }) => status)).toEqual(["placed", "placed"])
    expect(new Set(placed.map(({ producer_id }) => producer_id))).toEqual(
      new Set(goods.map(({ producer_id }) => producer_id)),
    )
    const { rows: events } = await db().query("select kind from sale_event where order_id = $1", [placed[0].order_id])
    expect(events.map(({ kind }) => kind)).toEqual(["placed", "placed"])
    const { rows: same } = await db().query("select count(*)::int as n from order_cart where cart_id = $1", [cart])
    expect(same[0].n).toBe(1)
  })

  it("tells each producer, who hands over its part only; stock, cash and journal follow once", async () => {
    const cart = await basket(goods)
    await promiseCash(cart)
    await complete(cart).expect(200)
    const placed = await until(
      () => parts(cart),
      (rows) => rows.length === 2 && rows.every(({ notified_at }) => notified_at),
    )
    const [mine, other] = goods as [Goods, Goods]
    const part = placed.find(({ producer_id }) => producer_id === mine.producer_id)
    const token = await demoToken(mine.phone)
    const stranger = await demoToken(other.phone)
    const path = `/producers/me/orders/${part.id}`
    await request(baseUrl()).get(path).set("authorization", `Bearer ${stranger}`).expect(404)
    await request(baseUrl()).post(`${path}/hand-over`).set("authorization", `Bearer ${stranger}`).send({}).expect(404)
    await request(baseUrl()).get(path).expect(401)

    const stockOf = async () =>
      (
        await db().query(
          "select stocked_quantity::int as stocked, reserved_quantity::int as reserved from inventory_level where inventory_item_id = $1",
          [mine.item],
        )
      ).rows[0]
    const before = await stockOf()
    const handOver = (body: object) =>
      request(baseUrl()).post(`${path}/hand-over`).set("authorization", `Bearer ${token}`).send(body)
    // Cash was not confirmed: refused, and nothing moved.
    await handOver({}).expect(400)
    expect((await parts(cart)).find(({ id }) => id === part.id).status).toBe("placed")
    const answers = await Promise.all(Array.from({ length: 5 }, () => handOver({ cash: CASH_PAID })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])

    const after = await stockOf()
    expect({ stocked: before.stocked - after.stocked, reserved: before.reserved - after.reserved }).toEqual({
      stocked: 2,
      reserved: 2,
    })
    const { rows: events } = await db().query(
      "select e.kind, e.net, e.goods, e.vat, e.settled, e.booked_day::text from sale_event e where e.producer_order_id = $1 order by kind",
      [part.id],
    )
    const net = 2 * mine.price
    expect(events.map(({ kind, net }) => [kind, Number(net)])).toEqual([
      ["handed_over", net],
      ["placed", net],
    ])
    const { rows: captured } = await db().query(
      `select coalesce(sum(c.amount), 0)::int as sum from capture c join payment p on p.id = c.payment_id
       join order_payment_collection l on l.payment_collection_id = p.payment_collection_id where l.order_id = $1`,
      [part.order_id],
    )
    expect(captured[0].sum).toBe(Number(part.total))
    const sibling = (await parts(cart)).find(({ id }) => id !== part.id)
    expect(sibling).toMatchObject({ status: "placed", cash_collected: "0" })
  })

  it("is refused before any money where the address is not a known commune, and leaves nothing", async () => {
    const cart = await basket(
      goods,
      { ...ADDRESS, metadata: { province_code: "37", commune_code: "00004" } },
      "pickup_producer",
    )
    await promiseCash(cart)
    const { body } = await complete(cart)
    expect(body.order).toBeUndefined()
    expect(JSON.stringify(body)).toContain("commune")
    expect(await parts(cart)).toEqual([])
  })

  it("cannot rewrite the journal", async () => {
    await expect(db().query("update sale_event set net = 0")).rejects.toThrow("append-only")
    await expect(db().query("delete from sale_event")).rejects.toThrow("append-only")
    await expect(db().query("truncate sale_event cascade")).rejects.toThrow("append-only")
  })
})
