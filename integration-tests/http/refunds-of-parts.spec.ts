import { type Knex, knex } from "@medusajs/framework/mikro-orm/knex"
import { TradeService } from "../../plugins/village-market/src/modules/trade/service"
import { db } from "../harness/shop"
import { variable } from "../harness/variable"
import { findGoods, shopClient } from "./basket"
import { placedParts } from "./helpers/orders"
import { booksOf, paidOrder, returned, standIn } from "./refunds"

const shop = shopClient()
let connection: Knex
let trade: TradeService

beforeAll(() => {
  connection = knex({ client: "pg", connection: variable("TEST_DATABASE_URL"), pool: { max: 4 } })
  trade = new TradeService({ __pg_connection__: connection })
})

afterAll(() => connection.destroy())

/** What Medusa takes an order to cost, to have been paid and to be owed. */
async function sumsOf(order_id: string) {
  const { order } = await shop.admin("get", `/admin/orders/${order_id}?fields=total,summary,payment_status`)
  const { pending_difference, refunded_total } = order.summary
  return { total: order.total, pending: pending_difference, refunded: refunded_total, status: order.payment_status }
}

const AMOUNTS = "coalesce(sum(amount), 0)::float8"

it("a cancelled part is sent back whole, and Medusa's order costs nothing and owes nothing any more", async () => {
  const order = await paidOrder(shop, await findGoods(shop))
  const [part] = await placedParts(order.order_id)
  if (!part) throw new Error("no part")
  expect(await sumsOf(order.order_id)).toMatchObject({ total: order.amount, pending: 0 })

  // Committed by another process that ends before it wakes anybody: the jobs find it.
  const actor = { role: "producer", id: part.producer_id } as const
  const cancelled = await trade.change({ id: part.id, kind: "cancelled", actor, reason: "out of clay" })
  if (!cancelled.ok) throw new Error(cancelled.why)
  expect(cancelled.refund).toBe(order.amount)
  const due = `change:${cancelled.change_id}`
  await returned(due)
  expect((await standIn(order.ref)).refunds).toMatchObject([{ amount: order.amount, type: "02" }])
  expect(await booksOf(order)).toEqual({
    refunds: [{ amount: order.amount, note: due }],
    transactions: [-order.amount],
  })
  expect(await sumsOf(order.order_id)).toEqual({
    ...{ total: 0, pending: 0, refunded: order.amount, status: "refunded" },
  })
  // One credit line for the change, none of Medusa's own for the refund.
  const { rows } = await db().query(
    `select reference, reference_id, ${AMOUNTS} as amount from order_credit_line
     where order_id = $1 and deleted_at is null group by reference, reference_id`,
    [order.order_id],
  )
  expect(rows).toEqual([
    { reference: "producer_order_change", reference_id: cancelled.change_id, amount: order.amount },
  ])
}, 150_000)
