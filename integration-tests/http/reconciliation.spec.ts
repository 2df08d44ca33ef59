import { knex } from "@medusajs/framework/mikro-orm/knex"
import { GatewayService } from "../../plugins/village-market/src/modules/gateway/service"
import { VnpaySettings } from "../../plugins/village-market/src/modules/gateway/vnpay/settings"
import { vnpayGateway } from "../../plugins/village-market/src/payments/vnpay-gateway"
import { baseUrl, db, demo } from "../harness/shop"
import { variable } from "../harness/variable"
import { findGoods, type Goods, type Session, shopClient } from "./basket"
import { misbehave, paidOrder, payAtStandIn, returned, standIn, until } from "./refunds"
import { attempt, code, newPayment, notice, settled } from "./vnpay"

const shop = shopClient()
let goods: Goods

beforeAll(async () => {
  goods = await findGoods(shop)
})

type Reconciled = { asked: number; decided: number; never_paid: number; stray: number }
const reconcile = (body = {}): Promise<Reconciled> => shop.admin("post", "/admin/payments/reconcile", body)

/** Lets an attempt look as if it had been opened, and could no longer be paid, so many minutes ago. */
const age = (ref: string, minutes: number) =>
  db().query(
    `update payment_attempt set created_at = now() - make_interval(mins => $2::int), ask_at = null,
       expires_at = now() - make_interval(mins => $2::int - 15) where txn_ref = $1`,
    [ref, minutes],
  )

/** A payment VNPay has taken and never told of. */
async function untold(choice: string) {
  const payment = await newPayment(shop, goods)
  await misbehave(payment.session.data.txn_ref, "notice", "lost")
  await payAtStandIn(payment.session, choice)
  return payment
}

const tasksOf = async (subject: string) => {
  const { rows } = await db().query("select * from reconciliation_task where subject = $1 order by opened_at", [
    subject,
  ])
  return rows
}

describe("payments without a final answer are asked about", () => {
  it("not before their time; then what was paid becomes an order, and what failed has failed", async () => {
    const paid = await untold("success")
    const failed = await untold("failure")
    await reconcile()
    expect(await attempt(paid.session)).toMatchObject({ state: "pending", asks: 0 })
    for (const { session } of [paid, failed]) await age(session.data.txn_ref, 16)
    const turns = await Promise.all([reconcile(), reconcile()])
    expect(turns[0]?.decided).toBeGreaterThanOrEqual(2)
    expect(await attempt(failed.session)).toMatchObject({ state: "failed", transaction_status: "02", asks: 1 })
    const settledPaid = await settled(paid.session)
    expect(settledPaid).toMatchObject({ state: "captured", completion: "completed", asks: 1 })
    expect(settledPaid.order_id).toBeTruthy()
    await reconcile()
    expect(await attempt(paid.session)).toMatchObject({ asks: 1 })
  })

  it("what the gateway has never heard of ends as never paid, but not while it can be paid", async () => {
    const { session } = await newPayment(shop, goods)
    const ref = session.data.txn_ref
    await db().query("update payment_attempt set ask_at = now() where txn_ref = $1", [ref])
    await reconcile()
    const early = await attempt(session)
    expect(early).toMatchObject({ state: "pending", asks: 1 })
    expect(early.ask_at.getTime()).toBeGreaterThan(Date.now() + 50_000)
    await age(ref, 30)
    await reconcile()
    expect(await attempt(session)).toMatchObject({ state: "failed", last_error: "never_paid", completion: "none" })

    // The gateway knows better in the end: the money is not lost.
    expect(await code(await notice(session))).toBe("00")
    expect(await settled(session)).toMatchObject({
      state: "captured",
      completion: expect.stringMatching(/completed|refund_due/),
    })
  })

  it("a gateway that stays silent becomes a task, which clears itself once it answers", async () => {
    const { session } = await untold("failure")
    const ref = session.data.txn_ref
    await misbehave(ref, "querydr", "500", 2)
    await age(ref, 60)
    await reconcile()
    expect(await attempt(session)).toMatchObject({ state: "pending" })
    expect(await tasksOf(ref)).toMatchObject([
      { kind: "gateway_silent", solved_at: null, evidence: { answer: { why: "HTTP 500" } } },
    ])
    await reconcile({ all: true })
    expect(await attempt(session)).toMatchObject({ state: "pending", asks: 2 })
    expect(await tasksOf(ref)).toHaveLength(1)
    await reconcile({ all: true })
    expect(await attempt(session)).toMatchObject({ state: "failed", asks: 3 })
    expect(await tasksOf(ref)).toMatchObject([{ solved_by: "system" }])
  })

  it("a notice of money for what had failed, of another amount or of no attempt of ours is a task, once", async () => {
    const { session } = await newPayment(shop, goods)
    const ref = session.data.txn_ref
    expect(await code(await notice(session, { vnp_Amount: `${session.amount + 1}00` }))).toBe("04")
    expect(await code(await notice(session, { vnp_ResponseCode: "24", vnp_TransactionStatus: "02" }))).toBe("00")
    expect(await code(await notice(session))).toBe("02")
    const unknown = `LN${Date.now()}`
    expect(await code(await notice({ ...session, data: { ...session.data, txn_ref: unknown } }))).toBe("01")
    await reconcile()
    await reconcile()
    const kinds = (await tasksOf(ref)).map(({ kind }) => kind).sort()
    expect(kinds).toEqual(["gateway_amount", "paid_late"])
    expect(await tasksOf(unknown)).toMatchObject([{ kind: "paid_unknown" }])
  })
})

type Orphan = {
  id: string
  amount: number
  why: string
  reason: string | null
  next: string
  events: { outcome: string }[]
} & {
  basket: { title: string; quantity: number }[]
  buyer: { name: string; phone: string; email: string }
}
const orphan = async (id: string): Promise<Orphan | undefined> => {
  const { orphan_payments } = await shop.admin("get", "/admin/orphan-payments")
  return orphan_payments.find((one: Orphan) => one.id === id)
}

/** Takes VNPay's own word down as a notice would, in one transaction with putting settling off: nobody settles it meanwhile. */
async function takeDown(session: Session) {
  const { vnpay } = demo()
  const settings = VnpaySettings.parse({
    ...{ tmnCode: vnpay?.tmn_code, secrets: [vnpay?.hash_secret], apiUrl: `${baseUrl()}/demo/vnpay/api` },
    ...{ payUrl: `${baseUrl()}/demo/vnpay/pay`, returnUrl: `${baseUrl()}/market/pay/vnpay/return` },
  })
  const connection = knex({ client: "pg", connection: variable("TEST_DATABASE_URL"), pool: { max: 2 } })
  try {
    const known = await new GatewayService({ __pg_connection__: connection }).attempt(session.data.txn_ref)
    const word = known && (await vnpayGateway(settings).ask(known))
    if (word?.kind !== "notice") throw new Error("no word of VNPay")
    await connection.transaction(async (trx) => {
      expect(await new GatewayService({ __pg_connection__: trx }).record("vnpay", word.notice)).toBe("00")
      const later = trx.raw("now() + interval '10 minutes'")
      await trx("payment_attempt").where({ id: known?.id }).update({ next_try_at: later })
    })
  } finally {
    await connection.destroy()
  }
  return attempt(session)
}

describe("money without a place", () => {
  it("is listed with buyer and basket until an order holds it, and is tried again on demand", async () => {
    const { session, cart_id } = await newPayment(shop, goods)
    // Whoever settles finds the basket locked by a completion that hangs: as after a crash.
    await db().query(
      `update payment_attempt set state = 'captured', completion = 'open', decided_at = now() - interval '30 minutes',
         tries = 2, last_error = 'Timed-out acquiring lock', next_try_at = now() + interval '10 minutes' where txn_ref = $1`,
      [session.data.txn_ref],
    )
    const { id } = await attempt(session)
    const found = await orphan(id)
    expect(found).toMatchObject({ amount: session.amount, why: "settling_fails", next: "settle" })
    expect(found?.buyer).toMatchObject({ name: expect.stringContaining("Lan"), phone: "0912345678" })
    expect(found?.basket).toMatchObject([{ quantity: 1 }])
    await shop.admin("post", `/admin/orphan-payments/${id}/retry`)
    expect(await settled(session)).toMatchObject({ completion: "completed" })
    expect(await orphan(id)).toBeUndefined()
    const { rows } = await db().query("select order_id from order_cart where cart_id = $1", [cart_id])
    expect(rows).toHaveLength(1)
    await expect(shop.admin("post", `/admin/orphan-payments/${id}/retry`)).rejects.toThrow(/404/)
    await expect(shop.admin("post", `/admin/orphan-payments/${id}/give-back`)).rejects.toThrow(/409/)
  })

  it("goes back at once when the operator wants it, exactly once, and never becomes an order", async () => {
    const { session, cart_id } = await newPayment(shop, goods)
    await misbehave(session.data.txn_ref, "notice", "lost")
    await payAtStandIn(session)
    const { id } = await takeDown(session)
    expect(await orphan(id)).toMatchObject({ next: "settle" })
    const both = await Promise.allSettled(
      [1, 2].map(() => shop.admin("post", `/admin/orphan-payments/${id}/give-back`)),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    await returned(`payment:${id}`, db(), 20)
    expect((await standIn(session.data.txn_ref)).refunds).toMatchObject([{ amount: session.amount, type: "02" }])
    expect(await attempt(session)).toMatchObject({ completion: "refund_due", last_error: "operator" })
    await shop.store("post", `/store/carts/${cart_id}/complete`)
    expect((await db().query("select 1 from order_cart where cart_id = $1", [cart_id])).rows).toEqual([])
    expect(await orphan(id)).toBeUndefined()
  })

  it("paid after the basket changed and refused by the bank: listed as the operator's to decide", async () => {
    const { session, cart_id } = await newPayment(shop, goods)
    await shop
      .store("post", `/store/carts/${cart_id}/line-items`)
      .send({ variant_id: goods.variant_id, quantity: 1 })
      .expect(200)
    await misbehave(session.data.txn_ref, "refund", "bank")
    await payAtStandIn(session)
    await until("captured", async () => (await attempt(session)).state === "captured", 10)
    const { id } = await settled(session)
    const found = await until("refused", async () => {
      const one = await orphan(id)
      return one?.next === "decide" && one
    })
    expect(found).toMatchObject({ why: "going_back", reason: "basket_changed" })
    expect(found.events.map(({ outcome }) => outcome)).toEqual(expect.arrayContaining(["captured"]))
    await shop.admin("post", `/admin/orphan-payments/${id}/retry`)
    await returned(`payment:${id}`, db(), 20)
    expect(await orphan(id)).toBeUndefined()
  })
})

describe("alarms", () => {
  it("are raised once about what waits too long, told once, and cleared when it is solved", async () => {
    const order = await paidOrder(shop, goods)
    const due = `test:alarm:${order.id}`
    // Cash money: nobody sends it back but a person.
    await db().query(
      `insert into refund_due (id, amount, reason, order_id, means, created_at)
       values ($1, 5000, 'test', $2, 'cash', now() - interval '25 hours')`,
      [due, order.order_id],
    )
    await Promise.all([reconcile(), reconcile()])
    const raised = async () => (await db().query("select * from payment_alarm where subject = $1", [due])).rows
    const [alarm, ...more] = await raised()
    expect(more).toEqual([])
    expect(alarm).toMatchObject({ kind: "refund", cleared_at: null })
    expect(alarm.told_at).not.toBeNull()
    const { alarms, by_kind, hours } = await shop.admin("get", "/admin/payments/alarms")
    expect(alarms.map(({ subject }: { subject: string }) => subject)).toContain(due)
    expect(by_kind.refund).toBeGreaterThanOrEqual(1)
    expect(hours).toBe(24)
    const { refunds_due } = await shop.admin("get", "/admin/refunds-due")
    expect(refunds_due.find(({ id }: { id: string }) => id === due)).toMatchObject({
      alarm: true,
      order_no: expect.any(Number),
    })
    const { rows } = await db().query(
      "select data from notification where channel = 'feed' and data->>'description' like '%/app/refunds%' order by created_at desc limit 1",
    )
    expect(rows[0].data.title).toContain("Chờ quá 24 giờ")
    await reconcile()
    expect(await raised()).toHaveLength(1)

    await shop.admin("post", `/admin/refunds-due/${due}/returned`, { note: "Đưa tận tay" })
    await reconcile()
    expect((await raised())[0].cleared_at).not.toBeNull()
  })
})
