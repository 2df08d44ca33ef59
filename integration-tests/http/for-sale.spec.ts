import { db, demo } from "../harness/shop"
import { newBuyer, putIntoBasket, walkToPayment } from "./helpers/checkout"
import { as, operatorToken } from "./helpers/officials"
import { basketToPay, variantOf } from "./helpers/orders"
import { http, page, store, within } from "./helpers/shop"
import { household, postListing } from "./helpers/visitors"
import { attempt, ordersOf } from "./vnpay"

jest.setTimeout(30_000)

let operator: string
beforeAll(async () => {
  operator = await operatorToken()
})

/** Other specs look at the whole market and find it in order. */
const sellers: string[] = []
afterAll(async () => {
  await db().query("update producer set status = 'approved' where id = any($1)", [sellers])
  await db().query("update listing set hidden = false, deleted_at = null where producer_id = any($1)", [sellers])
  await db().query(
    "update product set status = 'published' where id in (select product_id from listing where producer_id = any($1))",
    [sellers],
  )
})

/** A producer of the test's own with one product. */
async function newSeller() {
  const shop = await household("approved")
  sellers.push(shop.id)
  const listing = await postListing(shop.token)
  const { rows } = await db().query("select product_id from listing where id = $1", [listing.id])
  const product_id: string = rows[0].product_id
  return { ...shop, listing, product_id, variant_id: await variantOf(listing.handle) }
}
type Seller = Awaited<ReturnType<typeof newSeller>>

/** The ways in which a product ceases to be for sale, and what the buyer is told. */
const ENDS: [string, RegExp, (seller: Seller) => Promise<unknown>][] = [
  [
    "its producer is suspended",
    /đang tạm nghỉ bán/,
    ({ id }) =>
      as(operator)("post", `/admin/producers/${id}/suspend`).send({ reason: "Kiểm tra lại giấy tờ" }).expect(200),
  ],
  [
    "its producer is not approved any more",
    /đang tạm nghỉ bán/,
    ({ id }) => db().query("update producer set status = 'pending' where id = $1", [id]),
  ],
  [
    "its producer hides it",
    /tạm ngừng bán món này/,
    ({ token, listing }) => as(token)("post", `/producers/me/listings/${listing.id}/hide`).expect(200),
  ],
  [
    "its listing is deleted",
    /không còn bán nữa/,
    ({ listing }) => db().query("update listing set deleted_at = now() where id = $1", [listing.id]),
  ],
]

/** A new basket is refused by Medusa itself where the product is already off the market. */
const OURS_OR_MEDUSAS = /cannot be bought|no longer for sale|not published/

const toStore = (path: string, body: object) =>
  http().post(path).set("x-publishable-api-key", demo().publishable_api_key).send(body)

const sessionsOf = async (cart: string) =>
  (
    await db().query(
      `select s.id from payment_session s join cart_payment_collection c on c.payment_collection_id = s.payment_collection_id
       where c.cart_id = $1 and s.deleted_at is null`,
      [cart],
    )
  ).rows

describe.each(ENDS)("when %s, over pages,", (_how, reason, end) => {
  it("it is neither listed nor added, and a basket that has it says why and offers to take it out", async () => {
    const [seller, other] = [await newSeller(), await newSeller()]
    const buyer = newBuyer()
    await putIntoBasket(buyer, [seller.product_id, other.product_id])
    await end(seller)
    await page(`/market/products/${seller.listing.handle}`).expect(404)
    const { text: refused } = await newBuyer()
      .send("/market/basket", { product_id: seller.product_id, quantity: "1" })
      .expect(409)
    expect(refused).toContain("Mặt hàng này hiện không bán nữa.")

    const basket = await buyer.page("/market/basket")
    expect(basket).toMatch(reason)
    expect(basket).not.toContain('href="/market/checkout/address"')
    const lines = [...basket.matchAll(/action="\/market\/basket\/lines\/([^"]+)"/g)].map(([, id]) => String(id))
    expect(lines).toHaveLength(2)
    const { rows } = await db().query("select id from cart_line_item where id = any($1) and product_id = $2", [
      lines,
      seller.product_id,
    ])
    await buyer.send(`/market/basket/lines/${rows[0].id}`, { quantity: "2" }).expect(409)
    await buyer.send(`/market/basket/lines/${rows[0].id}`, { remove: "1" }).expect(303)
    const rest = await buyer.page("/market/basket")
    expect(rest).not.toMatch(reason)
    expect(rest).toContain('href="/market/checkout/address"')
    await walkToPayment(buyer)
  })

  it("every step of the checkout leads back to the basket, and payment opens no session", async () => {
    const seller = await newSeller()
    const buyer = newBuyer()
    await putIntoBasket(buyer, [seller.product_id])
    await walkToPayment(buyer)
    const { rows } = await db().query(
      "select cart_id from cart_line_item where product_id = $1 order by created_at desc limit 1",
      [seller.product_id],
    )
    await end(seller)
    for (const step of ["address", "commune", "shipping", "payment"])
      await buyer.get(`/market/checkout/${step}`).expect(303).expect("location", "/market/basket")
    for (const means of ["vnpay", "cash"])
      await buyer.send("/market/checkout/payment", { means }).expect(303).expect("location", "/market/basket")
    expect(await sessionsOf(rows[0].cart_id)).toEqual([])
    expect(await ordersOf(rows[0].cart_id)).toEqual([])
  })
})

describe.each(ENDS)("when %s, over /store,", (_how, _reason, end) => {
  it("it is not listed, not added, not made more of, not paid for and not completed", async () => {
    const seller = await newSeller()
    const line = { variant_id: seller.variant_id, quantity: 1 }
    const { cart } = await basketToPay([line], "pp_cash_cash")
    const { rows } = await db().query("select id from cart_line_item where cart_id = $1", [cart])
    const { rows: links } = await db().query(
      "select payment_collection_id as id from cart_payment_collection where cart_id = $1",
      [cart],
    )
    await end(seller)
    await store(`/store/listings/${seller.listing.handle}`).expect(404)
    const refusals = [
      await toStore("/store/carts", { region_id: demo().region_id, items: [line] }),
      await toStore(`/store/carts/${cart}/line-items`, line),
      await toStore(`/store/carts/${cart}/line-items/${rows[0].id}`, { quantity: 2 }),
      await toStore(`/store/payment-collections/${links[0].id}/payment-sessions`, { provider_id: "pp_cash_cash" }),
      await toStore(`/store/carts/${cart}/complete`, {}),
    ]
    for (const { status, body } of refusals)
      expect([status, body.type, body.message]).toEqual([
        400,
        expect.stringMatching(/not_allowed|invalid_data/),
        expect.stringMatching(OURS_OR_MEDUSAS),
      ])
    expect(await ordersOf(cart)).toEqual([])
  })
})

describe("a producer suspended between the page of payment and the notice of the money", () => {
  it("gets no order; the money is owed back to the buyer, who is told so", async () => {
    const [seller, other] = [await newSeller(), await newSeller()]
    const wanted = [seller, other].map(({ variant_id }) => ({ variant_id, quantity: 1 }))
    const { cart, session } = await basketToPay(wanted, "pp_vnpay_vnpay")
    await as(operator)("post", `/admin/producers/${seller.id}/suspend`).send({ reason: "Kiểm tra lại" }).expect(200)
    const gate = new URL(session.data.redirect_url)
    const paid = { choice: "success", query: gate.search.slice(1) }
    const { headers } = await http().post(gate.pathname).type("form").send(paid).expect(303)
    const back = new URL(headers.location ?? "")
    // The stand-in tells the shop a moment after the buyer.
    await within(55_000, async () => {
      expect(await attempt(session)).toMatchObject({ completion: "refund_due", last_error: "order_failed" })
    })
    expect((await page(`${back.pathname}${back.search}`).expect(200)).text).toContain("Tiền sẽ được trả lại")
    expect(await ordersOf(cart)).toEqual([])
    const { rows } = await db().query(
      "select amount::float8 as amount, reason from refund_due where payment_attempt_id = $1",
      [(await attempt(session)).id],
    )
    expect(rows).toEqual([{ amount: session.amount, reason: expect.any(String) }])
    const { rows: parts } = await db().query("select id from producer_order where cart_id = $1", [cart])
    expect(parts).toEqual([])
    const { rows: held } = await db().query(
      `select r.id from reservation_item r join product_variant_inventory_item i on i.inventory_item_id = r.inventory_item_id
       where i.variant_id = any($1) and r.deleted_at is null`,
      [wanted.map(({ variant_id }) => variant_id)],
    )
    expect(held).toEqual([])
  }, 70_000)
})
