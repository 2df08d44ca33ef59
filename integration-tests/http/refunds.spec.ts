import { db } from "../harness/shop"
import { findGoods, type Goods, shopClient } from "./basket"
import {
  booksOf,
  dueOf,
  misbehave,
  owe,
  type PaidOrder,
  paidOrder,
  payAtStandIn,
  returned,
  standIn,
  tried,
  triesOf,
  until,
} from "./refunds"
import { attempt, newPayment, settled } from "./vnpay"

const shop = shopClient()
let goods: Goods

/** Faults after which the stand-in has given the money back, and faults after which it has not. */
const DONE = ["late", "cut", "signature", "processing", "slow"]
const NOT_DONE = ["cut_before", "500", "code:94", "code:99"]

type Owed = { order: PaidOrder; dues: string[]; due: string }
const cases = new Map<string, Owed>()

/** All debts are made at once: the shop takes up new ones every 20 s, and nobody wakes it for rows that a test writes. */
beforeAll(async () => {
  goods = await findGoods(shop)
  const make = async (name: string, shares: (all: number) => number[], faults: [string, string, number?][] = []) => {
    const order = await paidOrder(shop, goods)
    for (const [command, fault, times] of faults) await misbehave(order.ref, command, fault, times)
    const dues: string[] = []
    for (const share of shares(order.amount)) dues.push(await owe(order, share))
    cases.set(name, { order, dues, due: dues[0] ?? "" })
  }
  await make("whole", (all) => [all])
  await make("parts", (all) => [10_000, 10_000, all - 20_000])
  await make("too much", (all) => [all + 1])
  for (const fault of [...DONE, ...NOT_DONE]) await make(fault, () => [20_000], [["refund", fault]])
  await make("bank", () => [30_000], [["refund", "bank"]])
  await make("code:95", () => [30_000], [["refund", "code:95"]])
}, 120_000)

function of(name: string): Owed {
  const known = cases.get(name)
  if (!known) throw new Error(name)
  return known
}

const listed = async (due: string) => {
  const { refunds_due } = await shop.admin("get", "/admin/refunds-due")
  return refunds_due.find(({ id }: { id: string }) => id === due)
}

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)

describe("money that goes back", () => {
  it("whole: sent once, confirmed, booked once, and only then called returned", async () => {
    const { order, due } = of("whole")
    const paid = await returned(due)
    const { refunds } = await standIn(order.ref)
    expect(refunds).toMatchObject([{ amount: order.amount, type: "02", status: "00" }])
    expect(paid).toMatchObject({ returned_by: "VNPay", returned_note: refunds[0]?.transaction_no })
    const tries = await triesOf(due)
    expect(tries).toMatchObject([{ state: "confirmed", response_code: "00", amount: String(order.amount) }])
    expect(tries[0].booked_at).not.toBeNull()
    expect(await booksOf(order)).toEqual({
      refunds: [{ amount: order.amount, note: due }],
      transactions: [-order.amount],
    })
    const { order: seen } = await shop.admin("get", `/admin/orders/${order.order_id}?fields=payment_status`)
    expect(seen.payment_status).toBe("refunded")
    expect(await listed(due)).toBeUndefined()
    const { rows } = await db().query("select outcome, verdict from gateway_event where event_key = $1", [
      tries[0].request_id,
    ])
    expect(rows).toEqual([{ outcome: "refund_confirmed", verdict: "00" }])
  }, 120_000)

  it("in parts to the exact total, one after the other, and not one đồng more", async () => {
    const { order, dues } = of("parts")
    const shares = [10_000, 10_000, order.amount - 20_000]
    for (const due of dues) await returned(due)
    const { refunds } = await standIn(order.ref)
    expect(refunds.map(({ type }) => type)).toEqual(["03", "03", "03"])
    expect(refunds.map(({ amount }) => amount).sort()).toEqual([...shares].sort())
    const books = await booksOf(order)
    expect(sum(books.refunds.map(({ amount }) => amount))).toBe(order.amount)
    expect(sum(books.transactions)).toBe(-order.amount)

    const oneMore = await owe(order, 1)
    expect(await tried(oneMore, "refused")).toMatchObject({ reason: "exceeds_captured", response_code: null })
    expect((await standIn(order.ref)).refunds).toHaveLength(3)
  }, 200_000)

  it("one đồng beyond what was captured is refused, listed, and may go back by hand", async () => {
    const { order, due } = of("too much")
    await tried(due, "refused")
    expect(await listed(due)).toMatchObject({
      ...{ state: "refused", reason_code: "exceeds_captured", by_gateway: true, by_hand: true, tries: 1 },
    })
    expect((await standIn(order.ref)).refunds).toEqual([])
    expect(await booksOf(order)).toEqual({ refunds: [], transactions: [] })
    await shop.admin("post", `/admin/refunds-due/${due}/returned`, { note: "MB 123456" })
    expect(await dueOf(due)).toMatchObject({ returned_note: "MB 123456" })
    // Medusa's order knows of the money, the payment at the gateway does not.
    const { rows } = await until("booked", async () => {
      const found = await db().query(
        "select order_id, amount::float8 as amount from order_transaction where reference = 'refund_due' and reference_id = $1",
        [due],
      )
      return found.rows.length > 0 && found
    })
    expect(rows).toEqual([{ order_id: order.order_id, amount: -(order.amount + 1) }])
  }, 120_000)

  it("without an order: at once, with nothing to book", async () => {
    const { session, cart_id } = await newPayment(shop, goods)
    await shop
      .store("post", `/store/carts/${cart_id}/line-items`)
      .send({ variant_id: goods.variant_id, quantity: 1 })
      .expect(200)
    await payAtStandIn(session)
    await until("paid", async () => (await attempt(session)).state === "captured")
    const { id } = await settled(session)
    await returned(`payment:${id}`, db(), 15)
    expect((await standIn(session.data.txn_ref)).refunds).toMatchObject([{ amount: session.amount, type: "02" }])
  }, 60_000)
})

describe("a refund without a clear answer is looked up and sent at most once", () => {
  it.each([
    ["an answer after nobody waits any more", "late"],
    ["a line that breaks after the refund", "cut"],
    ["a wrong signature", "signature"],
    ["a bank that takes its time", "processing"],
    ["a slow answer", "slow"],
  ])(
    "%s",
    async (_, fault) => {
      const { order, due } = of(fault)
      await returned(due)
      expect(await triesOf(due)).toMatchObject([{ state: "confirmed", number: 1 }])
      expect((await standIn(order.ref)).refunds).toMatchObject([{ amount: 20_000, type: "03" }])
      expect((await booksOf(order)).refunds).toEqual([{ amount: 20_000, note: due }])
    },
    120_000,
  )

  it.each([
    ["a line that breaks before the refund", "cut_before"],
    ["a failing gateway", "500"],
    ["“one is under way already”, though none is", "code:94"],
    ["“other error”", "code:99"],
  ])(
    "%s: sent again only once the gateway has said that it knows of none",
    async (_, fault) => {
      const { order, due } = of(fault)
      await returned(due)
      const [first, second, ...more] = await triesOf(due)
      expect(more).toEqual([])
      expect(first).toMatchObject({ state: "refused", reason: "absent" })
      expect(first.asks).toBeGreaterThan(0)
      // The demonstration doubts for 8 seconds.
      expect(second.created_at - first.created_at).toBeGreaterThan(8000)
      expect(second).toMatchObject({ state: "confirmed" })
      expect((await standIn(order.ref)).refunds).toHaveLength(1)
      expect((await booksOf(order)).refunds).toHaveLength(1)
    },
    120_000,
  )
})

describe("nothing is called returned before the gateway says so", () => {
  it("while it is in doubt it is neither booked, nor sent, nor returned by hand", async () => {
    const order = await paidOrder(shop, goods)
    await misbehave(order.ref, "refund", "signature")
    await misbehave(order.ref, "querydr", "signature", 2)
    const due = await owe(order, order.amount)
    await until("asked", async () => (await triesOf(due)).at(-1)?.asks >= 1)
    expect(await listed(due)).toMatchObject({ state: "checking", reason_code: "signature", by_hand: false, tries: 1 })
    expect(await booksOf(order)).toEqual({ refunds: [], transactions: [] })
    expect(await dueOf(due)).toMatchObject({ returned_at: null })
    await expect(shop.admin("post", `/admin/refunds-due/${due}/returned`, { note: "by hand" })).rejects.toThrow(/409/)
    await expect(shop.admin("post", `/admin/refunds-due/${due}/retry`)).rejects.toThrow(/404/)
    await returned(due)
    expect((await standIn(order.ref)).refunds).toHaveLength(1)
  }, 150_000)

  it("what the bank refuses stays listed with the reason, until the operator has it tried again", async () => {
    const { order, due } = of("bank")
    await tried(due, "refused")
    expect(await listed(due)).toMatchObject({ state: "refused", reason_code: "bank", by_hand: true, tries: 1 })
    expect(await booksOf(order)).toEqual({ refunds: [], transactions: [] })
    await shop.admin("post", `/admin/refunds-due/${due}/retry`)
    await returned(due, db(), 10)
    expect(await triesOf(due)).toMatchObject([{ state: "refused" }, { state: "confirmed" }])
    expect((await booksOf(order)).refunds).toEqual([{ amount: 30_000, note: due }])
  }, 120_000)

  it("a refusal of VNPay's is told by its code", async () => {
    const { order, due } = of("code:95")
    expect(await tried(due, "refused")).toMatchObject({ reason: "95", response_code: "95" })
    expect((await standIn(order.ref)).refunds).toEqual([])
  }, 120_000)

  it("Medusa's own way to refund moves no money and books none", async () => {
    const order = await paidOrder(shop, goods)
    const { rows } = await db().query(
      "select p.id from payment p join payment_attempt a on a.session_id = p.payment_session_id where a.txn_ref = $1",
      [order.ref],
    )
    await expect(shop.admin("post", `/admin/payments/${rows[0].id}/refund`, { amount: 1000 })).rejects.toThrow(
      /: 4\d\d/,
    )
    expect((await standIn(order.ref)).refunds).toEqual([])
    expect(await booksOf(order)).toEqual({ refunds: [], transactions: [] })
  }, 60_000)
})
