import { randomUUID } from "node:crypto"
import { db, demo } from "../harness/shop"
import { CASH_PAID } from "./helpers/cash"
import { placedParts } from "./helpers/orders"
import { type ShippedGoods, shippedGoods } from "./helpers/shipping"
import { http } from "./helpers/shop"

/** Where buyers live, from near to far of a seller in Vũ Dương (13834). */
const PLACES = {
  same_commune: { province_code: "37", commune_code: "13834" },
  same_province: { province_code: "37", commune_code: "13285" },
  same_region: { province_code: "01", commune_code: "00004" },
  nationwide: { province_code: "79", commune_code: "25747" },
}
type Area = keyof typeof PLACES
const address = (area: Area) => ({
  ...{
    first_name: "Chị Hà",
    phone: "+84912345678",
    address_1: "Số 1",
    city: "Xã",
    province: "Tỉnh",
    country_code: "vn",
  },
  metadata: PLACES[area],
})

const store = (method: "get" | "post" | "delete", path: string) =>
  http()[method](path).set("x-publishable-api-key", demo().publishable_api_key)

type Option = {
  id: string
  producer_id: string
  type: { code: string }
  amount: number | null
  unavailable?: string
  from_amount?: number
  rate_id?: string
  grams: number
  collection_points?: { id: string; name: string; address: string }[]
}

async function basket(wanted: { variant_id: string; quantity: number }[], area?: Area) {
  const { region_id } = demo()
  const { body } = await store("post", "/store/carts")
    .send({ region_id, email: "ha@example.vn", ...(area ? { shipping_address: address(area) } : {}) })
    .expect(200)
  const id: string = body.cart.id
  for (const line of wanted) await store("post", `/store/carts/${id}/line-items`).send(line).expect(200)
  return id
}

async function optionsOf(cart: string, kind = "delivery"): Promise<Option[]> {
  const { body } = await store("get", `/store/shipping-options?cart_id=${cart}`).expect(200)
  return body.shipping_options.filter(({ type }: Option) => type.code === kind)
}
const choose = (cart: string, option_id: string, data?: object) =>
  store("post", `/store/carts/${cart}/shipping-methods`).send({ option_id, data })
const moveTo = (cart: string, area: Area) =>
  store("post", `/store/carts/${cart}`)
    .send({ shipping_address: address(area) })
    .expect(200)

/** Per producer what its method costs and keeps. */
async function methodsOf(cart: string) {
  const { rows } = await db().query(
    `select m.id, m.amount::int as amount, m.data, o.data->>'producer_id' as producer_id from cart_shipping_method m
     join shipping_option o on o.id = m.shipping_option_id where m.cart_id = $1 and m.deleted_at is null`,
    [cart],
  )
  return new Map(rows.map((row) => [row.producer_id, row]))
}

async function promiseCash(cart_id: string) {
  const { body } = await store("post", "/store/payment-collections").send({ cart_id }).expect(200)
  await store("post", `/store/payment-collections/${body.payment_collection.id}/payment-sessions`)
    .send({ provider_id: "pp_cash_cash" })
    .expect(200)
}
const complete = async (cart: string) => (await store("post", `/store/carts/${cart}/complete`)).body

/** What the producer's part of an order keeps of how it travels. */
async function frozenOf(order: string, { producer_id }: ShippedGoods) {
  const { rows } = await db().query(
    "select shipping_rate_id, delivery_kind, pickup_place from producer_order where order_id = $1 and producer_id = $2",
    [order, producer_id],
  )
  return rows[0]
}

/** A row of the operator, or one that stands already; put straight in, since the operator's own route takes future days only. */
const addRate = (rate: { area: string; over?: number; to?: number; price: number; from: string; until?: string }) =>
  db().query(
    `insert into shipping_rate (id, area, means, over_grams, to_grams, price, per_kg, valid_from, valid_to, basis)
     values ($1, $2, 'parcel', $3, $4, $5, 0, $6, $7, 'a spec')`,
    [`rate-${randomUUID()}`, rate.area, rate.over ?? 0, rate.to ?? 1, rate.price, rate.from, rate.until ?? null],
  )

describe("delivery by weight and distance", () => {
  /** Of Vũ Dương, Nam Trực and Phong Doanh: 2.5 kg, 0.7 kg and 40 kg a piece. */
  let light: ShippedGoods
  let small: ShippedGoods
  let bulky: ShippedGoods
  beforeAll(async () => {
    light = await shippedGoods({ commune: "13834", grams: 2_500 })
    small = await shippedGoods({ commune: "13966", grams: 700 })
    bulky = await shippedGoods({ commune: "13795", grams: 40_000 })
  })
  const three = (quantity = 1) => [light, small, bulky].map(({ variant_id }) => ({ variant_id, quantity }))
  const priceOf = async (cart: string, { producer_id }: ShippedGoods) =>
    (await optionsOf(cart)).find((option) => option.producer_id === producer_id)

  it.each<[Area, number, number, number]>([
    ["same_commune", 10_000, 20_000, 165_000],
    ["same_province", 26_000, 20_000, 165_000],
    ["same_region", 38_000, 28_000, 280_000],
    ["nationwide", 51_000, 35_000, 450_000],
  ])("asks each producer's own price of a buyer in the %s as its first", async (area, ...asked) => {
    const cart = await basket(three(), area)
    const options = await optionsOf(cart)
    expect(options).toHaveLength(3)
    const amounts = [light, small, bulky].map(
      ({ producer_id }) => options.find((option) => option.producer_id === producer_id)?.amount,
    )
    expect(amounts).toEqual(asked)
    for (const { id } of options) await choose(cart, id).expect(200)
    const { cart: priced } = (await store("get", `/store/carts/${cart}`).expect(200)).body
    expect(priced.shipping_total).toBe(asked.reduce((sum, amount) => sum + amount, 0))
    expect(Number.isSafeInteger(priced.total)).toBe(true)
  })

  it("says from what price before the address is known, and offers no choice that has none", async () => {
    const cart = await basket(three())
    const option = await priceOf(cart, light)
    expect(option).toMatchObject({ amount: null, unavailable: "no_address", from_amount: 10_000, grams: 2_500 })
    await choose(cart, String(option?.id)).expect(400)
  })

  it("gives no parcel price to what no rate carries, and lets the buyer fetch it", async () => {
    const cart = await basket([{ variant_id: bulky.variant_id, quantity: 8 }], "same_region")
    const option = await priceOf(cart, bulky)
    expect(option).toMatchObject({ amount: null, unavailable: "too_heavy", grams: 320_000 })
    await choose(cart, String(option?.id)).expect(400)
    const [fetch] = await optionsOf(cart, "pickup_producer")
    expect(fetch?.amount).toBe(0)
    await choose(cart, String(fetch?.id)).expect(200)
    const one = await basket([{ variant_id: bulky.variant_id, quantity: 1 }], "same_region")
    expect(await priceOf(one, bulky)).toMatchObject({ amount: 280_000, means: "truck" })
  })

  it("prices anew when the basket or the address changes, each producer by its own goods", async () => {
    const cart = await basket(three(), "same_region")
    for (const { id } of await optionsOf(cart)) await choose(cart, id).expect(200)
    await store("post", `/store/carts/${cart}/line-items`)
      .send({ variant_id: light.variant_id, quantity: 3 })
      .expect(200)
    const heavier = await methodsOf(cart)
    expect(heavier.get(light.producer_id)?.amount).toBe(28_000 + 9 * 5_000)
    expect(heavier.get(small.producer_id)?.amount).toBe(28_000)
    await moveTo(cart, "same_province")
    const nearer = await methodsOf(cart)
    expect(nearer.get(light.producer_id)?.amount).toBe(20_000 + 9 * 3_000)
    expect(nearer.get(bulky.producer_id)?.amount).toBe(150_000 + 10 * 1_500)
  })

  it("replaces one producer's method and keeps the others", async () => {
    const cart = await basket(three(), "same_region")
    for (const { id } of await optionsOf(cart)) await choose(cart, id).expect(200)
    const before = await methodsOf(cart)
    const fetch = (await optionsOf(cart, "pickup_producer")).find(
      ({ producer_id }) => producer_id === small.producer_id,
    )
    await choose(cart, String(fetch?.id)).expect(200)
    const after = await methodsOf(cart)
    expect(after.size).toBe(3)
    expect(after.get(small.producer_id)).toMatchObject({ amount: 0, data: { delivery_kind: "pickup_producer" } })
    for (const { producer_id } of [light, bulky]) expect(after.get(producer_id)).toEqual(before.get(producer_id))
  })

  it("keeps on the order by which rate, weight and means each part was priced, also after the basket changed", async () => {
    const cart = await basket(three(), "same_region")
    for (const { id } of await optionsOf(cart)) await choose(cart, id).expect(200)
    // Medusa prices the method again and leaves what it kept.
    await store("post", `/store/carts/${cart}/line-items`)
      .send({ variant_id: light.variant_id, quantity: 19 })
      .expect(200)
    await promiseCash(cart)
    const { order } = await complete(cart)
    const { rows } = await db().query(
      `select o.data->>'producer_id' as producer_id, m.amount::int as amount, m.data from order_shipping s
       join order_shipping_method m on m.id = s.shipping_method_id join shipping_option o on o.id = m.shipping_option_id
       where s.order_id = $1`,
      [order.id],
    )
    expect(rows.find(({ producer_id }) => producer_id === light.producer_id)).toMatchObject({
      amount: 250_000 + 20 * 3_000,
      data: { delivery_kind: "delivery", grams: 50_000, rate_id: "same-region-truck-2026", means: "truck" },
    })
    const parts = await placedParts(order.id)
    expect(parts.find(({ producer_id }) => producer_id === light.producer_id)?.shipping).toBe(310_000)
    expect(parts.find(({ producer_id }) => producer_id === small.producer_id)?.shipping).toBe(28_000)
    expect(await frozenOf(order.id, light)).toEqual({
      ...{ shipping_rate_id: "same-region-truck-2026", delivery_kind: "delivery", pickup_place: null },
    })
  })

  it("does not let a rate of tomorrow change today's price", async () => {
    const goods = await shippedGoods({ commune: "13834", grams: 3_000 })
    const tomorrow = new Date(Date.now() + 31 * 3600_000).toISOString().slice(0, 10)
    await addRate({ area: "same_region", over: 2_999, to: 3_001, price: 1_000, from: tomorrow })
    const cart = await basket(
      [goods].map(({ variant_id }) => ({ variant_id, quantity: 1 })),
      "same_region",
    )
    expect(await priceOf(cart, goods)).toMatchObject({ amount: 38_000, rate_id: "same-region-heavy-parcel-2026" })
  })

  it("refuses to complete at a price that is no longer asked, and completes at the new one", async () => {
    const grams = 11_000 + Math.floor(Math.random() * 9_000)
    const goods = await shippedGoods({ commune: "13834", grams })
    const cart = await basket([{ variant_id: goods.variant_id, quantity: 1 }], "same_region")
    const option = await priceOf(cart, goods)
    await choose(cart, String(option?.id)).expect(200)
    await promiseCash(cart)
    await addRate({ area: "same_region", over: grams - 1, to: grams, price: 77_000, from: "2026-08-01" })
    const refused = await complete(cart)
    expect(refused.order).toBeUndefined()
    expect(JSON.stringify(refused)).toContain("price of delivery has changed")
    const { rows } = await db().query("select 1 from producer_order where cart_id = $1", [cart])
    expect(rows).toEqual([])
    await choose(cart, String(option?.id)).expect(200)
    await promiseCash(cart)
    const { order } = await complete(cart)
    expect((await placedParts(order.id))[0]?.shipping).toBe(77_000)
    // A repeat answers with the same order, whatever the rates say by then.
    await addRate({ area: "same_region", over: grams - 1, to: grams, price: 78_000, from: "2026-08-02" })
    expect((await complete(cart)).order.id).toBe(order.id)
  })

  it("refuses to rewrite or remove a rate", async () => {
    await expect(db().query("update shipping_rate set price = 0")).rejects.toThrow("append-only")
    await expect(db().query("delete from shipping_rate")).rejects.toThrow("append-only")
  })
})

describe("a collection point", () => {
  const point = async (commune: string) => {
    const id = `cpt_${randomUUID()}`
    await db().query(
      "insert into collection_point (id, commune_code, name, address, opening_hours) values ($1, $2, $3, 'Xóm 3', '7–17 giờ')",
      [id, commune, `Điểm ${id}`],
    )
    return id
  }

  it("is offered by producers of its commune only, chosen by name, and stays on the order as it was", async () => {
    const near = await shippedGoods({ commune: "14005", grams: 500 })
    const far = await shippedGoods({ commune: "14011", grams: 500 })
    const [first, second] = [await point("14005"), await point("14005")]
    const cart = await basket(
      [near, far].map(({ variant_id }) => ({ variant_id, quantity: 1 })),
      "same_province",
    )
    const options = await optionsOf(cart, "pickup_point")
    expect(options.map(({ producer_id }) => producer_id)).toEqual([near.producer_id])
    expect(options[0]?.collection_points?.map(({ id }) => id)).toEqual(expect.arrayContaining([first, second]))
    const elsewhere = await point("13834")
    await choose(cart, String(options[0]?.id), { collection_point_id: elsewhere }).expect(400)
    await choose(cart, String(options[0]?.id), { collection_point_id: second }).expect(200)
    const [fetch] = (await optionsOf(cart, "pickup_producer")).filter(
      ({ producer_id }) => producer_id === far.producer_id,
    )
    await choose(cart, String(fetch?.id)).expect(200)
    await promiseCash(cart)
    const { order } = await complete(cart)
    await db().query("update collection_point set name = 'Tên khác', active = false where id = $1", [second])
    const { rows } = await db().query(
      `select m.data from order_shipping s join order_shipping_method m on m.id = s.shipping_method_id
       where s.order_id = $1 and m.data->>'delivery_kind' = 'pickup_point'`,
      [order.id],
    )
    expect(await frozenOf(order.id, near)).toEqual({
      ...{ shipping_rate_id: null, delivery_kind: "pickup_point", pickup_place: `Điểm ${second}, Xóm 3` },
    })
    expect(rows[0].data.collection_point).toEqual({
      ...{ id: second, name: `Điểm ${second}`, address: "Xóm 3", opening_hours: "7–17 giờ" },
    })
  })

  it("that has closed is no longer delivered to: the basket is not completed", async () => {
    const goods = await shippedGoods({ commune: "14005", grams: 500 })
    const id = await point("14005")
    const cart = await basket([{ variant_id: goods.variant_id, quantity: 1 }], "same_province")
    const [option] = await optionsOf(cart, "pickup_point")
    await choose(cart, String(option?.id), { collection_point_id: id }).expect(200)
    await promiseCash(cart)
    await db().query("update collection_point set active = false where id = $1", [id])
    const refused = await complete(cart)
    expect(refused.order).toBeUndefined()
    expect(JSON.stringify(refused)).toContain("price of delivery has changed")
  })
})

/** Hands over an order's only part; by whom its fulfilment says it was carried. */
async function handedOver(order: string, goods: ShippedGoods) {
  const [part] = await placedParts(order)
  await http()
    .post(`/producers/me/orders/${part?.id}/hand-over`)
    .set("authorization", `Bearer ${goods.token}`)
    .send({ cash: CASH_PAID })
    .expect(200)
  const { rows } = await db().query(
    "select f.provider_id from fulfillment f join order_fulfillment l on l.fulfillment_id = f.id where l.order_id = $1",
    [order],
  )
  return rows.map(({ provider_id }) => provider_id)
}

it("hands over a part that is brought: the stock goes once", async () => {
  const goods = await shippedGoods({ commune: "13834", grams: 500 })
  const cart = await basket([{ variant_id: goods.variant_id, quantity: 1 }], "same_commune")
  const [option] = await optionsOf(cart)
  await choose(cart, String(option?.id)).expect(200)
  await promiseCash(cart)
  const { order } = await complete(cart)
  expect(await handedOver(order.id, goods)).toEqual(["village_village"])
})

/** Puts a household's delivery back to what the shop once made: Medusa's own carrier at one price. The option's id. */
async function asBefore({ producer_id }: ShippedGoods): Promise<string> {
  const { rows } = await db().query(
    `update shipping_option o set provider_id = 'manual_manual', price_type = 'flat',
       data = '{"id": "manual-fulfillment", "kind": "delivery"}'
     from producer p, shipping_option_price_set s
     where p.id = $1 and o.shipping_profile_id = p.shipping_profile_id and o.data->>'kind' = 'delivery'
       and s.shipping_option_id = o.id
     returning o.id, p.stock_location_id, s.price_set_id`,
    [producer_id],
  )
  const { id, stock_location_id, price_set_id } = rows[0]
  await db().query(
    `insert into price (id, price_set_id, currency_code, amount, raw_amount) values ($1, $2, 'vnd', 30000, '{"value": "30000"}')`,
    [`price_${randomUUID()}`, price_set_id],
  )
  await db().query(
    "insert into location_fulfillment_provider (id, stock_location_id, fulfillment_provider_id) values ($1, $2, 'manual_manual')",
    [`locfp_${randomUUID()}`, stock_location_id],
  )
  return id
}

describe("a shop from before there were prices by weight", () => {
  it("is changed over once: its flat option is closed to new baskets, and an order placed with it is still handed over", async () => {
    const goods = await shippedGoods({ commune: "13834", grams: 500 })
    const flat = await asBefore(goods)
    const cart = await basket([{ variant_id: goods.variant_id, quantity: 1 }], "same_region")
    await choose(cart, flat).expect(200)
    await promiseCash(cart)
    const { order } = await complete(cart)
    expect((await placedParts(order.id))[0]?.shipping).toBe(30_000)

    // The shop's ways of delivery are looked after whenever its producer posts something.
    const { rows: shelves } = await db().query("select id from category order by id limit 1")
    await http()
      .post("/producers/me/listings")
      .set("authorization", `Bearer ${goods.token}`)
      .send({
        ...{ title: "Hàng nữa", category_id: shelves[0].id, unit: "cái" },
        ...{ price: 10_000, stock: 1, weight_grams: 100 },
      })
      .expect(201)
    const later = await basket([{ variant_id: goods.variant_id, quantity: 1 }], "same_region")
    expect((await optionsOf(later)).map(({ amount }) => amount)).toEqual([28_000])
    await choose(later, flat).expect(400)
    expect(await handedOver(order.id, goods)).toEqual(["manual_manual"])
  })
})
