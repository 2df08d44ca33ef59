import { randomUUID } from "node:crypto"
import { db, demo } from "../harness/shop"
import { CASH_PAID } from "./helpers/cash"
import { as, newOfficial, operatorToken } from "./helpers/officials"
import { basketToPay, placedParts, variantOf } from "./helpers/orders"
import { e164, messagesTo, randomPhone } from "./helpers/phone-login"
import { http, within } from "./helpers/shop"
import { household, postListing } from "./helpers/visitors"
import { ordersOf } from "./vnpay"

jest.setTimeout(60_000)

async function firstMessageTo(phone: string): Promise<string> {
  let told: string | undefined
  await within(5000, async () => {
    ;[told] = await messagesTo(phone)
    expect(told).toBeDefined()
  })
  return told ?? ""
}

/** A producer of the test's own with one product, three of them on the shelf. */
async function newSeller() {
  const shop = await household("approved")
  const listing = await postListing(shop.token)
  return { ...shop, listing, variant_id: await variantOf(listing.handle) }
}
type Seller = Awaited<ReturnType<typeof newSeller>>

let operator: string
let seller: Seller
let other: Seller
beforeAll(async () => {
  operator = await operatorToken()
  ;[seller, other] = [await newSeller(), await newSeller()]
})

const order = (listings: string[], more: object = {}) => ({
  ...{ name: "Cụ Bình", phone: randomPhone(), delivery: "delivery" },
  ...{ province: "37", commune: "13966", street: "Xóm 3" },
  lines: listings.map((listing_id) => ({ listing_id, quantity: 1 })),
  ...more,
})

const keyIn = (token: string, body: object, key: string = randomUUID()) =>
  as(token)("post", "/producers/me/orders").set("idempotency-key", key).send(body)
const operatorKeysIn = (body: object, key: string = randomUUID()) =>
  as(operator)("post", "/admin/phone-orders").set("idempotency-key", key).send(body)

const partsOf = async (order_id: string) =>
  (await db().query("select * from producer_order where order_id = $1 order by display_no", [order_id])).rows

describe("a producer's order after a phone call", () => {
  it("is an order like any other, accepted already: stock held, cash promised, terms frozen, its channel the phone", async () => {
    const body = order([seller.listing.id])
    const { order: part } = (await keyIn(seller.token, body).expect(201)).body
    expect(part).toMatchObject({
      ...{ producer_id: seller.id, status: "accepted", channel: "phone", payment_means: "cash" },
      ...{ buyer_name: "Cụ Bình", buyer_phone: e164(body.phone), buyer_commune: "13966", buyer_address: "Xóm 3" },
    })
    const { rows: held } = await db().query(
      `select r.quantity::int as quantity from reservation_item r join order_item i on i.item_id = r.line_item_id
       where i.order_id = $1 and r.deleted_at is null`,
      [part.order_id],
    )
    expect(held).toEqual([{ quantity: 1 }])
    const { rows: events } = await db().query("select kind, channel from sale_event where order_id = $1", [
      part.order_id,
    ])
    expect(events).toEqual([{ kind: "placed", channel: "phone" }])
    const { rows: order_ } = await db().query("select total::float8 as total from producer_order where order_id = $1", [
      part.order_id,
    ])
    const { order: known } = (await as(operator)("get", `/admin/orders/${part.order_id}?fields=total`).expect(200)).body
    expect(known.total).toBe(order_[0].total)
  })

  it("is told to the buyer with the way to the order, and not to the producer who wrote it down", async () => {
    const body = order([seller.listing.id])
    const { order: part } = (await keyIn(seller.token, body).expect(201)).body
    const told = await firstMessageTo(body.phone)
    expect(told).toContain("đặt qua điện thoại")
    const path = /\/market\/orders\/order_\w+\?key=[\w-]+/.exec(told)?.[0] ?? ""
    expect(path).toContain(part.order_id)
    expect((await http().get(path).expect(200)).text).toContain("Bình gốm ma trận")
    await within(5000, async () => expect((await partsOf(part.order_id))[0].notified_at).not.toBeNull())
    expect((await messagesTo(seller.phone)).join()).not.toContain(part.id)
  })

  it("is made once by a double tap, and a key is not for two different orders", async () => {
    const [key, body] = [randomUUID(), order([seller.listing.id])]
    const answers = await Promise.all([1, 2, 3].map(() => keyIn(seller.token, body, key)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(answers.map((answer) => answer.body.order.id)).size).toBe(1)
    await firstMessageTo(body.phone)
    await within(5000, async () => {
      const { rows } = await db().query("select id from order_notice where order_id = $1 and sent_at is null", [
        answers[0]?.body.order.order_id,
      ])
      expect(rows).toEqual([])
    })
    expect(await messagesTo(body.phone)).toHaveLength(1)
    await keyIn(seller.token, { ...body, street: "Xóm 9" }, key).expect(409)
  })

  it("is of its own products only, and of what is there; nothing is left of a refusal and its key is free", async () => {
    await keyIn(seller.token, order([other.listing.id])).expect(404)
    await keyIn(seller.token, order([seller.listing.id, other.listing.id])).expect(404)
    await keyIn(seller.token, order([seller.listing.id], { commune: "00004" })).expect(400)
    const poor = await newSeller()
    const [key, body] = [randomUUID(), order([poor.listing.id])]
    const many = { ...body, lines: [{ listing_id: poor.listing.id, quantity: 99 }] }
    expect((await keyIn(poor.token, many, key)).status).toBe(400)
    expect((await db().query("select id from producer_order where producer_id = $1", [poor.id])).rows).toEqual([])
    await keyIn(poor.token, body, key).expect(201)
  })

  it("is refused while its shop may not sell, and what it has hidden", async () => {
    const closed = await newSeller()
    await as(closed.token)("post", `/producers/me/listings/${closed.listing.id}/hide`).expect(200)
    expect((await keyIn(closed.token, order([closed.listing.id]))).status).toBe(400)
    await as(closed.token)("post", `/producers/me/listings/${closed.listing.id}/show`).expect(200)
    await as(operator)("post", `/admin/producers/${closed.id}/suspend`).send({ reason: "Kiểm tra lại" }).expect(200)
    const { status, body } = await keyIn(closed.token, order([closed.listing.id]))
    expect([status, body.type]).toEqual([400, "not_allowed"])
    await as(operator)("post", `/admin/producers/${closed.id}/reinstate`).expect(200)
  })

  it("can be fetched by the buyer without paying for delivery", async () => {
    const fetched = order([other.listing.id], { delivery: "pickup_producer" })
    const { order: part } = (await keyIn(other.token, fetched).expect(201)).body
    expect(Number(part.shipping)).toBe(0)
  })
})

describe("the operator's order after a phone call", () => {
  it("may be of several producers, each of whom is told", async () => {
    const many = [await newSeller(), await newSeller()]
    const body = order(many.map(({ listing }) => listing.id))
    const key = randomUUID()
    const { order_id } = (await operatorKeysIn(body, key).expect(201)).body
    expect((await operatorKeysIn(body, key).expect(201)).body).toEqual({ order_id })
    const parts = await placedParts(order_id)
    expect(new Set(parts.map(({ producer_id }) => producer_id))).toEqual(new Set(many.map(({ id }) => id)))
    expect((await partsOf(order_id)).map(({ channel }) => channel)).toEqual(["phone", "phone"])
    for (const { phone, id } of many) {
      const part = parts.find(({ producer_id }) => producer_id === id)
      await within(5000, async () => expect((await messagesTo(phone)).join()).toContain(`/producer/orders/${part?.id}`))
    }
    const { phone_orders } = (await as(operator)("get", "/admin/phone-orders").expect(200)).body
    expect(phone_orders.find((one: { order_id: string }) => one.order_id === order_id)).toMatchObject({
      ...{ keyed_by_kind: "operator", keyed_by_name: demo().admin.email, buyer_name: "Cụ Bình" },
      total: parts.reduce((sum, { total }) => sum + total, 0),
    })
  })

  it("is the only one: Medusa's own ways to raise an order are shut", async () => {
    for (const path of ["/admin/draft-orders", "/admin/draft-orders/x/convert-to-order"])
      expect((await as(operator)("post", path).send({}).expect(409)).body.message).toContain("/app/phone-orders")
  })
})

describe("the channel of an order", () => {
  it("cannot be written by a storefront", async () => {
    const { cart } = await basketToPay([{ variant_id: (await newSeller()).variant_id, quantity: 1 }], "pp_cash_cash")
    const store = (path: string, body: object) =>
      http().post(path).set("x-publishable-api-key", demo().publishable_api_key).send(body).expect(200)
    await store(`/store/carts/${cart}`, { metadata: { channel: "phone", keyed_by: "producer", language: "en" } })
    const { rows } = await db().query(
      "select payment_collection_id as id from cart_payment_collection where cart_id = $1",
      [cart],
    )
    await store(`/store/payment-collections/${rows[0].id}/payment-sessions`, { provider_id: "pp_cash_cash" })
    await store(`/store/carts/${cart}/complete`, {})
    const [orderId] = await ordersOf(cart)
    await placedParts(String(orderId))
    expect((await partsOf(String(orderId))).map(({ channel, language }) => [channel, language])).toEqual([
      ["web", "en"],
    ])
  })

  it("keeps a phone order out of the province's online revenue, and a web order in", async () => {
    const shop = await newSeller()
    const official = (await newOfficial(operator, "province", "37")).token
    const total = async () => {
      const { text } = await http().get("/office/statistics").set("cookie", `vm_official=${official}`).expect(200)
      const shown = /data-total[^>]*>(.*?)<\/dd>/.exec(text)?.[1] ?? ""
      return Number(shown.replace(/<[^>]*>/g, "").replace(/\D/g, "") || 0)
    }
    const handOver = (part: string) =>
      as(shop.token)("post", `/producers/me/orders/${part}/hand-over`).send({ cash: CASH_PAID }).expect(200)
    const before = await total()
    const { order: byPhone } = (await keyIn(shop.token, order([shop.listing.id])).expect(201)).body
    await handOver(byPhone.id)
    const { cart } = await basketToPay([{ variant_id: shop.variant_id, quantity: 1 }], "pp_cash_cash")
    await http().post(`/store/carts/${cart}/complete`).set("x-publishable-api-key", demo().publishable_api_key).send({})
    const [orderId] = await ordersOf(cart)
    const [web] = await placedParts(String(orderId))
    await handOver(String(web?.id))
    await within(20_000, async () => expect(await total()).toBe(before + 90_000))
    const { rows } = await db().query(
      "select channel, sum(net)::int as net from sale_event where producer_id = $1 and kind = 'handed_over' group by channel order by channel",
      [shop.id],
    )
    expect(rows).toEqual([
      { channel: "phone", net: 90_000 },
      { channel: "web", net: 90_000 },
    ])
  })
})

describe("the page of the portal", () => {
  const page = (token: string) => (method: "get" | "post", path: string) =>
    http()[method](path).set("cookie", `vm_producer=${token}`).redirects(0)

  it("asks what and for whom, then where, and leads to the order to be packed", async () => {
    const shop = await newSeller()
    const { text } = await page(shop.token)("get", "/producer/orders/new").expect(200)
    const key = /name="key" value="([^"]+)"/.exec(text)?.[1] ?? ""
    expect(text).toContain(`name="quantity:${shop.listing.id}"`)
    expect(text).not.toContain(other.listing.id)
    const first = {
      ...{ key, name: "Bác Tư", phone: "0912 345 678", delivery: "delivery", province: "37" },
      [`quantity:${shop.listing.id}`]: "2",
    }
    const send = (form: object) => page(shop.token)("post", "/producer/orders/new").type("form").send(form)
    const empty = await send({ ...first, [`quantity:${shop.listing.id}`]: "" }).expect(400)
    expect(empty.text).toContain("Xin ghi số lượng cho ít nhất một món.")
    const second = await send(first).expect(200)
    expect(second.text).toContain('<option value="13966"')
    expect(second.text).toContain("180.000")
    await send({ ...first, commune: "00004", street: "Xóm 3" }).expect(400)
    const whole = { ...first, commune: "13966", street: "Xóm 3" }
    const places = await Promise.all([send(whole), send(whole)])
    expect(places.map(({ status }) => status)).toEqual([303, 303])
    const [to = "", again] = places.map(({ headers }) => headers.location)
    expect(again).toBe(to)
    expect((await page(shop.token)("get", to).expect(200)).text).toContain("Bác Tư")
    // Two of three are held now: two more are not there.
    const more = { ...whole, key: randomUUID() }
    expect((await send(more).expect(409)).text).toContain("Không đủ hàng")
  })

  it("cannot be used with another producer's product", async () => {
    const forged = {
      ...{ key: randomUUID(), name: "Bác Tư", phone: "0912345678", delivery: "delivery", province: "37" },
      ...{ commune: "13966", street: "Xóm 3", [`quantity:${other.listing.id}`]: "1" },
    }
    await page(seller.token)("post", "/producer/orders/new").type("form").send(forged).expect(409)
    expect(
      (await db().query("select id from producer_order where buyer_name = 'Bác Tư' and producer_id = $1", [other.id]))
        .rows,
    ).toEqual([])
  })
})
