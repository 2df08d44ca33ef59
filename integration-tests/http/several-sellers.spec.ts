import { db, demo } from "../harness/shop"
import { CASH_PAID } from "./helpers/cash"
import { as, operatorToken } from "./helpers/officials"
import { basketToPay, placedParts, variantOf } from "./helpers/orders"
import { http } from "./helpers/shop"
import { household, postListing } from "./helpers/visitors"
import { capturesOf, notice, ordersOf, settled, tell } from "./vnpay"

jest.setTimeout(60_000)

/** A household of the test's own with one product. */
async function newSeller() {
  const shop = await household("approved")
  const listing = await postListing(shop.token)
  return { ...shop, variant_id: await variantOf(listing.handle) }
}
type Seller = Awaited<ReturnType<typeof newSeller>>

let operator: string
let sellers: Seller[]
beforeAll(async () => {
  operator = await operatorToken()
  sellers = [await newSeller(), await newSeller(), await newSeller()]
})

const one = ({ variant_id }: Seller) => ({ variant_id, quantity: 1 })
const store = (path: string, body: object = {}) =>
  http().post(path).set("x-publishable-api-key", demo().publishable_api_key).send(body)
const complete = (cart: string) => store(`/store/carts/${cart}/complete`)

async function buy(wanted: Seller[], provider: string) {
  const { cart, session } = await basketToPay(wanted.map(one), provider)
  if (provider === "pp_vnpay_vnpay") {
    expect(await tell(await notice(session))).toMatchObject({ RspCode: "00" })
    await settled(session)
  } else await complete(cart).expect(200)
  const [orderId = ""] = await ordersOf(cart)
  return { cart, orderId, parts: await placedParts(orderId) }
}

/** Medusa's own reading of the order, as any dashboard or storefront would have it. */
const inMedusa = async (orderId: string) =>
  (await as(operator)("get", `/admin/orders/${orderId}?fields=total,payment_status,fulfillment_status`).expect(200))
    .body.order

const handOver = (seller: Seller, parts: { id: string; producer_id: string }[], body: object = {}) => {
  const part = parts.find(({ producer_id }) => producer_id === seller.id)
  return as(seller.token)("post", `/producers/me/orders/${part?.id}/hand-over`).send(body)
}

describe("a basket of three households", () => {
  it("becomes one order with one collection of payment, one delivery and one place of stock per household", async () => {
    const { orderId, parts } = await buy(sellers, "pp_cash_cash")
    expect(parts).toHaveLength(3)
    const { rows: collections } = await db().query(
      "select payment_collection_id from order_payment_collection where order_id = $1 and deleted_at is null",
      [orderId],
    )
    expect(collections).toHaveLength(1)
    const { rows: methods } = await db().query(
      `select o.shipping_profile_id as profile from order_shipping s join order_shipping_method m on m.id = s.shipping_method_id
       join shipping_option o on o.id = m.shipping_option_id where s.order_id = $1 and s.deleted_at is null`,
      [orderId],
    )
    const { rows: reserved } = await db().query(
      `select r.location_id as location, l.producer_id from reservation_item r join order_item i on i.item_id = r.line_item_id
       join order_line_item li on li.id = i.item_id join listing l on l.product_id = li.product_id
       where i.order_id = $1 and r.deleted_at is null`,
      [orderId],
    )
    const { rows: homes } = await db().query(
      "select id as producer_id, stock_location_id as location, shipping_profile_id as profile from producer where id = any($1)",
      [sellers.map(({ id }) => id)],
    )
    expect(methods.map(({ profile }) => profile).sort()).toEqual(homes.map(({ profile }) => profile).sort())
    expect(reserved).toHaveLength(3)
    for (const { producer_id, location } of reserved)
      expect(location).toBe(homes.find((home) => home.producer_id === producer_id).location)
    const { total } = await inMedusa(orderId)
    expect(parts.reduce((sum, part) => sum + part.total, 0)).toBe(total)
    expect(Number.isSafeInteger(total)).toBe(true)
  })

  it("is not completed while one household's goods have no delivery, and nothing is left of the try", async () => {
    const { cart } = await basketToPay(sellers.map(one), "pp_cash_cash")
    await db().query(
      "delete from cart_shipping_method where id = (select id from cart_shipping_method where cart_id = $1 limit 1)",
      [cart],
    )
    const { body } = await complete(cart)
    expect(body.order).toBeUndefined()
    expect(await ordersOf(cart)).toEqual([])
    expect((await db().query("select id from producer_order where cart_id = $1", [cart])).rows).toEqual([])
  })

  it("completed by the gateway and by the storefront at once is one order, one capture, one part each", async () => {
    const { cart, session } = await basketToPay(sellers.slice(0, 2).map(one), "pp_vnpay_vnpay")
    const paid = await notice(session)
    await Promise.all([tell(paid), ...Array.from({ length: 6 }, () => complete(cart)), tell(paid)])
    await settled(session)
    const orders = await ordersOf(cart)
    expect(orders).toHaveLength(1)
    expect(await capturesOf(session)).toEqual([session.amount])
    const { rows } = await db().query("select producer_id from producer_order where cart_id = $1", [cart])
    expect(rows).toHaveLength(2)
    expect(await placedParts(String(orders[0]))).toHaveLength(2)
  })

  it("paid at the gateway is handed over by each household on its own, whatever the others do", async () => {
    const fresh = [await newSeller(), await newSeller()] as [Seller, Seller]
    const { orderId, parts } = await buy(fresh, "pp_vnpay_vnpay")
    expect(await inMedusa(orderId)).toMatchObject({ payment_status: "captured", fulfillment_status: "not_fulfilled" })
    await handOver(fresh[1], parts).expect(200)
    expect(await inMedusa(orderId)).toMatchObject({ payment_status: "captured" })
    const { rows } = await db().query("select producer_id, status from producer_order where order_id = $1", [orderId])
    const statusOf = (seller: Seller) => rows.find(({ producer_id }) => producer_id === seller.id).status
    expect([statusOf(fresh[0]), statusOf(fresh[1])]).toEqual(["placed", "handed_over"])
  })

  it("paid in cash reads in Medusa as far as cash was taken, part by part, to the đồng", async () => {
    const fresh = [await newSeller(), await newSeller()] as [Seller, Seller]
    const { orderId, parts } = await buy(fresh, "pp_cash_cash")
    const captured = async () =>
      (
        await db().query(
          `select coalesce(sum(c.amount), 0)::float8 as sum from capture c join payment p on p.id = c.payment_id
           join order_payment_collection l on l.payment_collection_id = p.payment_collection_id where l.order_id = $1`,
          [orderId],
        )
      ).rows[0].sum
    expect([await captured(), (await inMedusa(orderId)).payment_status]).toEqual([0, "authorized"])
    await handOver(fresh[0], parts, { cash: CASH_PAID }).expect(200)
    const [mine] = parts.filter(({ producer_id }) => producer_id === fresh[0].id)
    expect([await captured(), (await inMedusa(orderId)).payment_status]).toEqual([mine?.total, "partially_captured"])
    await handOver(fresh[1], parts, { cash: CASH_PAID }).expect(200)
    const { total, payment_status } = await inMedusa(orderId)
    expect([await captured(), payment_status]).toEqual([total, "captured"])
  })
})
