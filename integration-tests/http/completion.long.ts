import { db, demo } from "../harness/shop"
import { as, twoMakers } from "./helpers/lots"
import { basketToPay, placedParts } from "./helpers/orders"
import { http } from "./helpers/shop"

const BASKETS = 12
const CALLS = 32

/** The long size of `orders.spec.ts`: basket after basket, each completed by many calls at once. */
it(`makes one order of each of ${BASKETS} baskets, completed ${CALLS} times at once`, async () => {
  const makers = await twoMakers()
  const wanted = []
  for (const maker of makers) {
    await as(maker)("post", `/producers/me/listings/${maker.listing}`).send({ stock: BASKETS }).expect(200)
    const { rows } = await db().query(
      "select v.id from listing l join product_variant v on v.product_id = l.product_id where l.id = $1",
      [maker.listing],
    )
    wanted.push({ variant_id: String(rows[0].id), quantity: 1 })
  }
  const took: number[] = []
  for (let basket = 0; basket < BASKETS; basket++) {
    const { cart } = await basketToPay(wanted, "pp_cash_cash")
    const began = Date.now()
    const answers = await Promise.all(
      Array.from({ length: CALLS }, () =>
        http().post(`/store/carts/${cart}/complete`).set("x-publishable-api-key", demo().publishable_api_key),
      ),
    )
    took.push(Date.now() - began)
    const orders = new Set(answers.map(({ body }) => body.order?.id))
    expect([...orders]).toEqual([expect.stringMatching(/^order_/)])
    expect(await placedParts(String([...orders][0]))).toHaveLength(2)
  }
  const { rows } = await db().query(
    `select count(*)::int as events, count(distinct producer_order_id)::int as parts, count(distinct order_id)::int as orders
     from sale_event where kind = 'placed' and producer_id = any ($1)`,
    [makers.map(({ id }) => id)],
  )
  expect(rows[0]).toEqual({ events: 2 * BASKETS, parts: 2 * BASKETS, orders: BASKETS })
  console.log(`${CALLS} calls at once: ${took.sort((a, b) => a - b)[BASKETS >> 1]} ms in the median`)
})
