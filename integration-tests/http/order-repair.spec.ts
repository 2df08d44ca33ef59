import { db } from "../harness/shop"
import { findGoods, shopClient } from "./basket"
import { as, operatorToken } from "./helpers/officials"
import { until } from "./refunds"
import { code, newPayment, notice, ordersOf, settled } from "./vnpay"

const repairOf = async (order: string) =>
  (await db().query("select problem from order_repair where order_id = $1 and solved_at is null", [order])).rows[0]
const partsOf = async (order: string) =>
  (await db().query("select status from producer_order where order_id = $1", [order])).rows.map(({ status }) => status)

describe("a fault of ours while the parts of a paid order are made", () => {
  it("costs the buyer neither order nor money: it is kept for the operator, and mended once its cause is gone", async () => {
    const client = shopClient()
    const { session, cart_id } = await newPayment(client, await findGoods(client))
    const { rows: rates } = await db().query("select id, valid_from from commission_rate")
    await db().query("update commission_rate set valid_from = '2099-01-01'")
    let order = ""
    try {
      expect(await code(await notice(session))).toBe("00")
      order = await until("the order is there", async () => (await ordersOf(cart_id))[0])
      const repair = await until("the operator is told", () => repairOf(order))
      expect(repair.problem).toContain("no commission rate")
      expect(await partsOf(order)).toEqual([])
      const { rows: owed } = await db().query("select id from refund_due where order_id = $1 or cart_id = $2", [
        order,
        cart_id,
      ])
      expect(owed).toEqual([])
      const listed = (await as(await operatorToken())("get", "/admin/order-repairs").expect(200)).body.order_repairs
      expect(listed.map(({ order_id }: { order_id: string }) => order_id)).toContain(order)
    } finally {
      for (const { id, valid_from } of rates) {
        await db().query("update commission_rate set valid_from = $2 where id = $1", [id, valid_from])
      }
    }
    // The shop's own next turn may come first; then nothing is left for the operator to retry.
    const retried = await as(await operatorToken())("post", `/admin/order-repairs/${order}/retry`)
    expect([200, 404]).toContain(retried.status)
    await until("its parts are placed", async () => (await partsOf(order))[0] === "placed")
    await until("nothing is left to repair", async () => !(await repairOf(order)))
    expect(await settled(session, 90)).toMatchObject({ completion: "completed", order_id: order })
  })
})
