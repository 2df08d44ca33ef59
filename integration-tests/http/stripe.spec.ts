import { type Knex, knex } from "@medusajs/framework/mikro-orm/knex"
import type { Providers } from "../../plugins/village-market/src/modules/gateway/refund-queries"
import { GatewayService } from "../../plugins/village-market/src/modules/gateway/service"
import { db } from "../harness/shop"
import { variable } from "../harness/variable"
import { findGoods, type Goods, shopClient } from "./basket"
import { placedParts } from "./helpers/orders"
import { newEvent, newStripePayment, paidSession, sendEvent, sessionId } from "./stripe"
import { fuzzStripe } from "./stripe-events"
import { attempt, capturesOf, ordersOf, settled } from "./vnpay"

const shop = shopClient()
let goods: Goods
let connection: Knex
beforeAll(async () => {
  connection = knex({ client: "pg", connection: variable("TEST_DATABASE_URL"), pool: { max: 2 } })
  goods = await findGoods(shop)
})

afterAll(() => connection.destroy())

const eventsOf = async (ref: string) => {
  const { rows } = await db().query("select outcome, verdict, raw from gateway_event where txn_ref = $1 order by id", [
    ref,
  ])
  return rows
}
const tasksOf = async (subject: string) => {
  const { reconciliation_tasks } = await shop.admin("get", "/admin/reconciliation-tasks")
  return reconciliation_tasks.filter((task: { subject: string }) => task.subject === subject)
}

describe("a paid Checkout session", () => {
  it("told by Stripe's event makes the order, with its parts, paid by foreign card; told five times, once", async () => {
    const { session, cart_id } = await newStripePayment(shop, goods)
    expect(await attempt(session)).toMatchObject({ state: "pending", external_id: sessionId(session) })
    const event = newEvent(paidSession(session, { customer_details: { email: "jane@example.com" } }))
    const statuses = await Promise.all(Array.from({ length: 5 }, () => sendEvent(event)))
    expect(statuses).toEqual([200, 200, 200, 200, 200])
    const { order_id, ...row } = await settled(session)
    expect(row).toMatchObject({ state: "captured", completion: "completed", bank_code: "card" })
    expect(row.transaction_no).toBe(`pi_${sessionId(session)}`)
    expect(await ordersOf(cart_id)).toEqual([order_id])
    expect(await capturesOf(session)).toEqual([session.amount])
    expect(await placedParts(order_id)).toHaveLength(1)
    const { rows } = await db().query("select payment_means from producer_order where order_id = $1", [order_id])
    expect(rows).toEqual([{ payment_means: "stripe" }])
    const events = await eventsOf(session.data.txn_ref)
    expect(events).toMatchObject([{ outcome: "captured", verdict: "00" }])
    expect(events[0].raw).not.toContain("jane@example.com")
    // Said again under another event, and an old end of the session after it: nothing changes.
    expect(await sendEvent(newEvent(paidSession(session), "checkout.session.async_payment_succeeded"))).toBe(200)
    const expired = paidSession(session, { status: "expired", payment_status: "unpaid" })
    expect(await sendEvent(newEvent(expired, "checkout.session.expired"))).toBe(200)
    expect(await attempt(session)).toMatchObject({ state: "captured", completion: "completed" })
    expect(await capturesOf(session)).toEqual([session.amount])
  })

  it("is not believed without Stripe's signature over what was sent, nor played again later", async () => {
    const { session } = await newStripePayment(shop, goods)
    const event = newEvent(paidSession(session))
    const changed = JSON.stringify({ ...event, id: "evt_changed" })
    const old = Math.floor(Date.now() / 1000) - 400
    const refused = [
      { secret: "whsec_somebody_elses_secret" },
      { timestamp: old },
      { header: "" },
      { payload: changed },
    ]
    for (const how of refused) expect([how, await sendEvent(event, how)]).toEqual([how, 400])
    expect(await attempt(session)).toMatchObject({ state: "pending" })
    expect(await eventsOf(session.data.txn_ref)).toEqual([])
    // Signed, but nobody's: taken down, and nothing follows.
    const ref = `${session.data.txn_ref.slice(0, -8)}00000000`
    expect(await sendEvent(newEvent(paidSession(session, { client_reference_id: ref })))).toBe(200)
    expect(await eventsOf(ref)).toMatchObject([{ verdict: "01" }])
    expect(await tasksOf(ref)).toMatchObject([{ kind: "paid_unknown" }])
    // Another shop's on the same account is none of ours.
    expect(await sendEvent(newEvent(paidSession(session, { client_reference_id: "order-17" })))).toBe(200)
    expect(await eventsOf("order-17")).toEqual([])
    expect(await attempt(session)).toMatchObject({ state: "pending" })
  })

  it("of another amount, currency or session is not captured, and is for a person to look into; the right one pays", async () => {
    const { session, cart_id } = await newStripePayment(shop, goods)
    const wrong = [{ amount_total: session.amount - 1 }, { amount_total: session.amount + 1 }, { currency: "usd" }]
    for (const change of [...wrong, { id: `${sessionId(session)}x` }]) {
      const event = newEvent(paidSession(session, change))
      expect([change, await sendEvent(event), await sendEvent(event)]).toEqual([change, 200, 200])
    }
    expect(await attempt(session)).toMatchObject({ state: "pending", completion: "none" })
    const verdicts = (await eventsOf(session.data.txn_ref)).map(({ verdict }) => verdict)
    expect(verdicts).toEqual(["04", "04", "04", "04"])
    const tasks = await tasksOf(session.data.txn_ref)
    expect(tasks).toHaveLength(4)
    expect(tasks[0]).toMatchObject({ kind: "gateway_amount", evidence: { provider: "stripe", amount: session.amount } })
    expect(await ordersOf(cart_id)).toEqual([])
    expect(await sendEvent(newEvent(paidSession(session)))).toBe(200)
    expect(await settled(session)).toMatchObject({ completion: "completed" })
  })

  it("that was paid after it had failed is for a person to look into", async () => {
    const { session } = await newStripePayment(shop, goods)
    const unpaid = paidSession(session, { payment_status: "unpaid" })
    expect(await sendEvent(newEvent(unpaid))).toBe(200)
    expect(await attempt(session)).toMatchObject({ state: "pending" })
    expect(await sendEvent(newEvent(unpaid, "checkout.session.async_payment_failed"))).toBe(200)
    expect(await attempt(session)).toMatchObject({ state: "failed" })
    expect(await sendEvent(newEvent(paidSession(session)))).toBe(200)
    expect(await attempt(session)).toMatchObject({ state: "failed", completion: "none" })
    expect(await tasksOf(session.data.txn_ref)).toMatchObject([{ kind: "paid_late" }])
  })
})

it("a dispute and a refund made elsewhere are the operator's to look into; an event of another kind is not", async () => {
  const { session } = await newStripePayment(shop, goods)
  await sendEvent(newEvent(paidSession(session)))
  await settled(session)
  const of = { payment_intent: `pi_${sessionId(session)}`, amount: 1000, currency: "vnd", metadata: {} }
  const dispute = { ...of, id: `dp_${sessionId(session)}`, reason: "fraudulent" }
  expect(await sendEvent(newEvent(dispute, "charge.dispute.created"))).toBe(200)
  const refund = { ...of, id: `re_${sessionId(session)}`, status: "succeeded" }
  expect(await sendEvent(newEvent(refund, "refund.created"))).toBe(200)
  expect(await sendEvent(newEvent(refund, "refund.updated"))).toBe(200)
  expect(await sendEvent(newEvent({ ...of, amount_refunded: 1000 }, "charge.refunded"))).toBe(200)
  const tasks = await tasksOf(session.data.txn_ref)
  expect(tasks.map(({ kind }: { kind: string }) => kind).sort()).toEqual(["refund_elsewhere", "stripe_dispute"])
  expect(await sendEvent(newEvent({}, "customer.created"))).toBe(200)
})

it("a dispute or a foreign refund that comes before its payment's own event is kept, and looked into", async () => {
  const { session } = await newStripePayment(shop, goods)
  const intent = `pi_${sessionId(session)}`
  const of = { payment_intent: intent, amount: 1000, currency: "vnd", metadata: {} }
  const dispute = newEvent({ ...of, id: `dp_${sessionId(session)}`, reason: "fraudulent" }, "charge.dispute.created")
  for (let told = 0; told < 2; told++) expect(await sendEvent(dispute)).toBe(200)
  const refund = { ...of, id: `re_${sessionId(session)}`, status: "succeeded" }
  expect(await sendEvent(newEvent(refund, "refund.created"))).toBe(200)
  expect(await eventsOf(intent)).toMatchObject([{ outcome: "dispute" }, { outcome: "refund_elsewhere" }])
  const tasks = await tasksOf(intent)
  expect(tasks.map(({ kind }: { kind: string }) => kind).sort()).toEqual(["refund_elsewhere", "stripe_dispute"])
  expect(tasks[0].evidence).toMatchObject({ payment_intent: intent, amount: 1000 })
  expect(await sendEvent(newEvent(paidSession(session)))).toBe(200)
  expect(await settled(session)).toMatchObject({ completion: "completed" })
})

it("a debt of a gateway that was switched off goes back by hand, unless the gateway has it already, and starves no other", async () => {
  const { session } = await newStripePayment(shop, goods)
  await sendEvent(newEvent(paidSession(session)))
  const { order_id } = await settled(session)
  const id = `test:${session.data.txn_ref}`
  // Within a transaction, where the shop's own worker does not see it.
  const trx = await connection.transaction()
  try {
    await trx("refund_due").insert({ id, amount: 1000, reason: "test", order_id, means: "stripe" })
    const gateway = new GatewayService({ __pg_connection__: trx })
    const waits = async (setUp: Providers) =>
      (await gateway.dueRefunds(setUp, 10_000)).some(({ due_id }) => due_id === id)
    const byGateway = async (setUp: Providers) => (await gateway.refundProgress([id], setUp)).get(id)?.byGateway
    expect([await waits(["vnpay", "stripe"]), await waits(["vnpay"])]).toEqual([true, false])
    expect([await byGateway(["vnpay", "stripe"]), await byGateway(["vnpay"])]).toEqual([true, false])
    const by = { by: "test", note: "FT1" }
    expect(await gateway.returnByHand(id, by, ["vnpay", "stripe"])).toBe("gateway_pays")
    const { step, ...turn } = await gateway.refunds.take({
      due_id: id,
      payment_attempt_id: (await attempt(session)).id,
    })
    expect([step, "refund" in turn]).toEqual(["send", true])
    expect([await byGateway(["vnpay"]), await gateway.returnByHand(id, by, ["vnpay"])]).toEqual([true, "gateway_pays"])
    await trx("refund_attempt").where({ refund_due_id: id }).update({ state: "refused", reason: "absent" })
    expect(await gateway.returnByHand(id, by, ["vnpay"])).toBe("done")
  } finally {
    await trx.rollback()
  }
})

it("150 spoilt events break nothing and are not believed, and the true one still is", async () => {
  const { session } = await newStripePayment(shop, goods)
  const { sent, findings, changed } = await fuzzStripe(session, 150, 20261124)
  expect([sent, findings, changed]).toEqual([150, [], 0])
  expect(await attempt(session)).toMatchObject({ state: "pending" })
  expect(await sendEvent(newEvent(paidSession(session)))).toBe(200)
  expect(await attempt(session)).toMatchObject({ state: "captured" })
})
