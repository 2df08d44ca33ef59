import request from "supertest"
import { baseUrl, db, demo } from "../harness/shop"
import { findGoods, type Goods, type Session, shopClient } from "./basket"
import { asBuyer, keyOf, type Maker, maker } from "./helpers/buyer"
import { basketToPay, placedParts } from "./helpers/orders"
import { booksOf, dueOf, tried, triesOf, until } from "./refunds"
import {
  atStripe,
  newEvent,
  newStripePayment,
  payAtStripe,
  refundsAtStripe,
  STRIPE,
  sendEvent,
  sessionId,
  tellStandIn,
} from "./stripe"
import { attempt, ordersOf, settled } from "./vnpay"

const shop = shopClient()
let goods: Goods
let makers: Maker[]
beforeAll(async () => {
  goods = await findGoods(shop)
  makers = await Promise.all([100_001, 50_000, 33_333].map((price) => maker(price)))
}, 60_000)

const get = (path: string) => request(baseUrl()).get(path).redirects(0)

/** Stripe's event comes when it comes. */
const captured = (session: Session) =>
  until("it is paid", async () => (await attempt(session)).state === "captured", 20)

describe("the way back from Stripe's page", () => {
  it("leads to the order", async () => {
    const { session, cart_id } = await newStripePayment(shop, goods)
    await get(new URL(session.data.redirect_url).pathname).expect(200, /Trang này không nhận số thẻ/)
    const back = await payAtStripe(session)
    await captured(session)
    await settled(session)
    const { headers } = await get(back).expect(303)
    const [orderId] = await ordersOf(cart_id)
    expect(headers.location).toContain(`/market/orders/${orderId}?key=`)
    await get(new URL(session.data.redirect_url).pathname).expect(409)
  })

  it("asks Stripe once when its event does not come", async () => {
    const { session, cart_id } = await newStripePayment(shop, goods)
    await tellStandIn(session.data.txn_ref, { command: "event", fault: "lost" })
    const back = await payAtStripe(session)
    await get(back)
    await settled(session)
    const { headers } = await get(back).expect(303)
    expect(headers.location).toContain(`/market/orders/${(await ordersOf(cart_id))[0]}`)
    expect(await attempt(session)).toMatchObject({ response_code: "asked", completion: "completed" })
  })

  it("tells of a declined card there, and of a payment called off, with the basket whole", async () => {
    const { session, cart_id } = await newStripePayment(shop, goods)
    const { pathname } = new URL(session.data.redirect_url)
    const declined = await request(baseUrl()).post(pathname).type("form").send({ choice: "declined" }).expect(402)
    expect(declined.text).toContain("Thẻ bị từ chối")
    const { text } = await get(await payAtStripe(session, "cancel")).expect(200)
    expect(text).toContain("Bạn đã thôi thanh toán")
    expect(text).toContain("Giỏ hàng vẫn còn nguyên")
    expect(text).toContain('href="/market/checkout/payment"')
    const { body } = await shop.store("get", `/store/carts/${cart_id}?fields=items.id`)
    expect(body.cart.items).toHaveLength(1)
    expect(await attempt(session)).toMatchObject({ state: "pending" })
    expect(text).toContain("Chưa trừ đồng nào.")
    // Without the way out it waits for what is not known yet; to an address this shop has not made it opens nothing.
    const [known] = await atStripe(session.data.txn_ref)
    const back = new URL(known?.back ?? "")
    const { headers } = await get(`${back.pathname}${back.search}&n=1`).expect(200, /Đang chờ Stripe báo/)
    expect(headers.refresh).toMatch(/^5; url=\/market\/pay\/stripe\/return\?ref=LN\w+&seal=[\w-]{27}&n=2$/)
    await get(`${back.pathname}?ref=${session.data.txn_ref}`).expect(400)
    await get(`${back.pathname}?ref=${session.data.txn_ref}&seal=${"A".repeat(27)}`).expect(400)
  })
})

it("the way out says that nothing was taken only when Stripe has said so", async () => {
  const { session } = await newStripePayment(shop, goods)
  const ref = session.data.txn_ref
  const out = await payAtStripe(session, "cancel")
  await tellStandIn(ref, { command: "retrieve", fault: "cut", times: 2 })
  const { text } = await get(out).expect(200, /Stripe chưa trả lời/)
  expect(text).not.toContain("Chưa trừ đồng nào")
  // Paid meanwhile in another window, and its event is lost: asked, Stripe says so.
  await tellStandIn(ref, { command: "event", fault: "lost" })
  await payAtStripe(session)
  await get(out)
  expect(await attempt(session)).toMatchObject({ state: "captured", response_code: "asked" })
})

describe("a session", () => {
  it("whose answer is lost is asked for again under the same key, and is the same session", async () => {
    await tellStandIn("next", { command: "create", fault: "cut" })
    const { session } = await newStripePayment(shop, goods)
    const open = { session: sessionId(session), status: "open", paid: 0 }
    expect(await atStripe(session.data.txn_ref)).toMatchObject([open])
    expect(await attempt(session)).toMatchObject({ external_id: sessionId(session) })
    // The storefront is told nothing but the way to pay.
    const told = ["expires_at", "ip_address", "locale", "redirect_url", "session_id", "txn_ref"]
    expect(Object.keys(session.data).sort()).toEqual(told)
    expect(JSON.stringify(session)).not.toContain(demo().stripe?.webhook_secret)
  })

  it("whose answer never comes leaves its attempt, and is found when Stripe is asked", async () => {
    const started = new Date()
    await tellStandIn("next", { command: "create", fault: "cut", times: 2 })
    await expect(newStripePayment(shop, goods)).rejects.toThrow(/400|403|409/)
    const { rows } = await db().query(
      "select txn_ref, external_id from payment_attempt where provider = 'stripe' and created_at > $1",
      [started],
    )
    expect(rows).toMatchObject([{ external_id: null }])
    const ref = rows[0].txn_ref
    const [known] = await atStripe(ref)
    const back = new URL(known?.back ?? "")
    await get(`${back.pathname}${back.search}`).expect(200, /Đang chờ Stripe báo/)
    expect(await atStripe(ref)).toHaveLength(1)
    const asked = await db().query("select event_key from gateway_event where txn_ref = $1", [ref])
    expect(asked.rows).toEqual([{ event_key: `ask:${known?.session}:open:unpaid` }])
  })

  it("is closed at Stripe when the basket changes", async () => {
    const { session } = await changed()
    await until("it is closed", async () => (await atStripe(session.data.txn_ref))[0]?.status === "expired", 10)
    await until("its end is heard of", async () => (await attempt(session)).state === "failed", 10)
  })

  it("that could not be closed and is paid all the same goes back, by the gateway's word", async () => {
    const { session, cart_id } = await changed(["expire", "cut_before"])
    const back = await payAtStripe(session)
    await captured(session)
    expect(await settled(session)).toMatchObject({ completion: "refund_due", last_error: "basket_changed" })
    await get(back).expect(200, /Tiền sẽ được trả lại/)
    const { id } = await attempt(session)
    const due = `payment:${id}`
    await until("it is returned", async () => (await dueOf(due))?.returned_at, 10)
    expect(await dueOf(due)).toMatchObject({ means: "stripe", returned_by: "Stripe" })
    expect(await refundsAtStripe(session.data.txn_ref)).toMatchObject([{ amount: session.amount, status: "succeeded" }])
    expect(await triesOf(due)).toMatchObject([{ state: "confirmed" }])
    expect(await ordersOf(cart_id)).toEqual([])
  })

  /** A payment whose basket has changed since. */
  async function changed(fault?: [string, string]) {
    const payment = await newStripePayment(shop, goods)
    const ref = payment.session.data.txn_ref
    if (fault) await tellStandIn(ref, { command: fault[0], fault: fault[1], times: 2 })
    await shop
      .store("post", `/store/carts/${payment.cart_id}/line-items`)
      .send({ variant_id: goods.variant_id, quantity: 1 })
      .expect(200)
    expect((await attempt(payment.session)).superseded_at).not.toBeNull()
    return payment
  }
})

/** An order of three parts, paid at the stand-in, each of which its buyer cancels in turn. */
async function order() {
  const { session } = await basketToPay(
    makers.map(({ variant_id }) => ({ variant_id, quantity: 1 })),
    STRIPE,
  )
  await payAtStripe(session)
  await captured(session)
  const order_id = String((await settled(session)).order_id)
  const parts = await placedParts(order_id)
  const as = asBuyer(order_id, await keyOf(order_id))
  const ref = session.data.txn_ref
  /** Cancels the next part while Stripe does something wrong; the debt, what it comes to, and its refunds at Stripe. */
  async function cancel(fault?: { fault: string; times?: number }, events: "told" | "lost" = "told") {
    const part = parts.shift()
    if (!part) throw new Error("no part left")
    if (fault) await tellStandIn(ref, { command: "refund", ...fault })
    if (events === "lost") await tellStandIn(ref, { command: "event", fault: "lost", times: 2 })
    await as("post", `/parts/${part.id}/cancel`).send({ reason: "Đổi ý" }).expect(200)
    const { rows } = await db().query(
      "select id from refund_due where order_id = $1 and returned_at is null and amount = $2",
      [order_id, part.total],
    )
    const due = String(rows[0].id)
    const refunds = async () => (await refundsAtStripe(ref)).filter(({ metadata }) => metadata.refund_due_id === due)
    return { due, amount: part.total, refunds }
  }
  return { session, order_id, ref, cancel }
}
const paidBack = (due: string) => until(`${due} is paid`, async () => (await dueOf(due)).returned_at, 40)

describe("money of cancelled parts", () => {
  // Only after some seconds is it clear that nothing came of it: they pass meanwhile.
  let swallowing: ReturnType<Awaited<ReturnType<typeof order>>["cancel"]>
  beforeAll(async () => {
    const { cancel } = await order()
    swallowing = cancel({ fault: "500" })
    await swallowing
  })

  it("goes back once each, is booked once each, and a refund the bank sends back later is told to the operator", async () => {
    const { order_id, ref, cancel } = await order()
    const { due, amount, refunds } = await cancel()
    await paidBack(due)
    const [refund] = await refunds()
    expect(await refunds()).toMatchObject([{ amount, status: "succeeded" }])
    expect(await dueOf(due)).toMatchObject({ returned_by: "Stripe", returned_note: refund?.id })
    expect(await booksOf({ order_id })).toEqual({ refunds: [{ amount, note: due }], transactions: [-amount] })

    // Stripe works and hangs up, then hangs up before it works; its events are lost.
    for (const fault of ["cut", "cut_before"]) {
      const other = await cancel({ fault, times: 2 }, "lost")
      await tried(other.due, "unknown")
      await shop.admin("post", `/admin/refunds-due/${other.due}/ask`)
      await paidBack(other.due)
      expect([fault, await other.refunds()]).toMatchObject([fault, [{ amount: other.amount }]])
      const [only, ...more] = await triesOf(other.due)
      expect([only.state, only.asks > 0, more]).toEqual(["confirmed", true, []])
    }
    expect((await booksOf({ order_id })).refunds).toHaveLength(3)

    // Days later: the debt stays as it was told, and a person hears of it.
    await tellStandIn(ref, { refund: refund?.id, becomes: "failed" })
    const task = await until("the operator hears", async () => {
      const { reconciliation_tasks } = await shop.admin("get", "/admin/reconciliation-tasks")
      return reconciliation_tasks.find(({ subject }: { subject: string }) => subject === refund?.id)
    })
    expect(task).toMatchObject({ kind: "refund_undone", evidence: { amount, reason: "expired_or_canceled_card" } })
    expect(await triesOf(due)).toMatchObject([{ state: "confirmed" }])

    // It is owed again, once, and by hand; the buyer sees it, and Medusa is not told of a second refund.
    const again = `refund-undone:${refund?.id}`
    await tellStandIn(ref, { refund: refund?.id, becomes: "failed" })
    const { refunds_due } = await shop.admin("get", "/admin/refunds-due")
    const owed = refunds_due.filter(({ reason, order_id: of }: { reason: string; order_id: string }) => {
      return reason === "refund_undone" && of === order_id
    })
    const debt = { id: again, amount, means: "stripe", by_gateway: false, by_hand: true, state: "waiting" }
    expect(owed).toMatchObject([debt])
    await get(`/market/orders/${order_id}?key=${await keyOf(order_id)}`).expect(200, /tiền chưa tới bạn/)
    expect(await dueOf(due)).toMatchObject({ returned_by: "Stripe" })
    await shop.admin("post", `/admin/refunds-due/${again}/returned`, { note: "FT2632900001" })
    expect(await dueOf(again)).toMatchObject({ returned_note: "FT2632900001" })
    expect(await triesOf(again)).toEqual([])
    expect((await booksOf({ order_id })).refunds).toHaveLength(3)
  })

  it("that Stripe carries out later is decided by its events", async () => {
    const { session, ref, cancel } = await order()
    const later = await cancel({ fault: "pending" })
    const { request_id } = await tried(later.due, "unknown")
    const { transaction_no: payment_intent } = await attempt(session)
    const forged = { id: "re_other", payment_intent, amount: later.amount - 1, currency: "vnd", status: "succeeded" }
    expect(await sendEvent(newEvent({ ...forged, metadata: { request_id } }, "refund.updated"))).toBe(200)
    expect((await triesOf(later.due)).at(-1)).toMatchObject({ state: "unknown", reason: "another_amount" })
    expect((await dueOf(later.due)).returned_at).toBeNull()
    await tellStandIn(ref, { refund: (await later.refunds())[0]?.id, becomes: "succeeded" })
    await paidBack(later.due)
    expect(await triesOf(later.due)).toMatchObject([{ state: "confirmed" }])

    const failing = await cancel({ fault: "pending" })
    await tried(failing.due, "unknown")
    await tellStandIn(ref, { refund: (await failing.refunds())[0]?.id, becomes: "failed" })
    await tried(failing.due, "refused")
    const { refunds_due } = await shop.admin("get", "/admin/refunds-due")
    const listed = refunds_due.find(({ id }: { id: string }) => id === failing.due)
    expect(listed).toMatchObject({ state: "refused", reason_code: "expired_or_canceled_card", by_hand: true })
    // Told of as gone back after all: the buyer may get it twice, so a person hears of it.
    const [late] = await failing.refunds()
    const object = { ...late, payment_intent, currency: "vnd", status: "succeeded" }
    expect(await sendEvent(newEvent(object, "refund.updated"))).toBe(200)
    expect((await triesOf(failing.due)).at(-1)).toMatchObject({ state: "refused" })
    const { reconciliation_tasks } = await shop.admin("get", "/admin/reconciliation-tasks")
    const task = reconciliation_tasks.find(({ subject }: { subject: string }) => subject === late?.id)
    expect(task).toMatchObject({ kind: "refund_elsewhere", evidence: { amount: failing.amount, debt: failing.due } })
  })

  it("that a 500 swallowed is sent anew, once", async () => {
    const swallowed = await swallowing
    await paidBack(swallowed.due)
    expect(await swallowed.refunds()).toMatchObject([{ amount: swallowed.amount }])
    expect(await triesOf(swallowed.due)).toMatchObject([{ state: "refused", reason: "absent" }, { state: "confirmed" }])
  })
})
