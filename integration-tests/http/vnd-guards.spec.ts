import { db } from "../harness/shop"
import { beginPayment, fillBasket, findGoods, type Goods, shopClient } from "./basket"
import { booksOf, paidOrder } from "./refunds"

const shop = shopClient()
let goods: Goods

beforeAll(async () => {
  goods = await findGoods(shop)
})

/** The sum of a basket, as a price list or a tax on top would leave it. */
const setSum = (collection: string, amount: number) =>
  db().query(
    `update payment_collection set amount = $2::numeric, raw_amount = jsonb_build_object('value', $2::text, 'precision', 20)
     where id = $1`,
    [collection, String(amount)],
  )

it("no payment is begun over a fraction of a đồng, by any means", async () => {
  const { collection_id } = await fillBasket(shop, goods)
  const { rows } = await db().query("select amount::float8 as amount from payment_collection where id = $1", [
    collection_id,
  ])
  await setSum(collection_id, 13_332.6)
  for (const provider_id of [
    "pp_vnpay_vnpay",
    "pp_cash_cash",
    "pp_bank_bank",
    "pp_stripe_stripe",
    "pp_system_default",
  ]) {
    const answer = await shop
      .store("post", `/store/payment-collections/${collection_id}/payment-sessions`)
      .set("accept-language", "en")
      .send({ provider_id })
    expect([provider_id, answer.status, answer.body.message]).toEqual([
      provider_id,
      409,
      expect.stringContaining("not a whole amount of đồng"),
    ])
  }
  const attempts = await db().query(
    `select 1 from payment_session s left join payment_attempt p on p.session_id = s.id where s.payment_collection_id = $1`,
    [collection_id],
  )
  expect(attempts.rows).toEqual([])
  await setSum(collection_id, rows[0].amount)
  expect((await beginPayment(shop, collection_id)).amount).toBe(rows[0].amount)
})

it("neither the total plus one đồng nor anything else is refunded or captured past our books", async () => {
  const order = await paidOrder(shop, goods)
  const { rows } = await db().query(
    "select pay.id, pay.payment_collection_id as collection from payment pay join payment_attempt p on p.session_id = pay.payment_session_id where p.id = $1",
    [order.id],
  )
  const [{ id, collection }] = rows
  for (const amount of [order.amount + 1, order.amount, 1, 13_332.6])
    for (const path of [`/admin/payments/${id}/refund`, `/admin/payments/${id}/capture`])
      await expect(shop.admin("post", path, { amount })).rejects.toThrow(/409.*app\/refunds/)
  for (const path of [
    `/admin/orders/${order.order_id}/credit-lines`,
    `/admin/payment-collections/${collection}/mark-as-paid`,
    "/admin/draft-orders",
    "/admin/order-edits",
  ])
    await expect(shop.admin("post", path, { amount: 13_332.6, order_id: order.order_id })).rejects.toThrow(/409/)
  expect(await booksOf(order)).toEqual({ refunds: [], transactions: [] })
}, 60_000)
