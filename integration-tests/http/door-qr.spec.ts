import type { Knex } from "knex"
import { readVietQr } from "../../plugins/village-market/src/modules/gateway/vietqr/payload"
import { db } from "../harness/shop"
import { ACCOUNT } from "./bank"
import { asBuyer, keyOf, until } from "./helpers/buyer"
import { CASH_PAID } from "./helpers/cash"
import { checkBooks } from "./helpers/check-books"
import { openQr, pay, payAtDoor, readQr } from "./helpers/door"
import { as, http, type Maker, openKnex, page, twoMakers } from "./helpers/lots"
import { operatorToken } from "./helpers/officials"
import type { Part } from "./helpers/orders"
import { newPart, stock } from "./helpers/own-orders"

let owner: Maker
let stranger: Maker
let token: string
let knex: Knex
beforeAll(async () => {
  ;[owner, stranger] = await twoMakers()
  await stock(owner, 100)
  token = await operatorToken()
  knex = openKnex()
})
afterAll(() => knex.destroy())

const act = (part: Part, move: string, body: object = {}) =>
  as(owner)("post", `/producers/me/orders/${part.id}/${move}`).send(body)
const refundsOf = async ({ order_id }: Part) =>
  (
    await db().query(
      `select r.amount::int, r.reason, r.means, r.payment_attempt_id is not null as of_attempt from refund_due r
       where r.order_id = $1 order by r.created_at`,
      [order_id],
    )
  ).rows
const settledBy = async ({ id }: Part) =>
  (
    await db().query(
      `select payment_means, sum(settled)::int as sum from sale_event where producer_order_id = $1
       group by 1 having sum(settled) <> 0`,
      [id],
    )
  ).rows

/** Our books, the journal and Medusa's order agree to the đồng. */
async function agrees({ order_id, total }: Part) {
  await until(async () => {
    const { body } = await http()
      .post("/admin/order-audit")
      .set("authorization", `Bearer ${token}`)
      .send({ order_ids: [order_id] })
    return body.found.length === 0
  })
  await checkBooks(knex, order_id, total)
}

describe("a part promised in cash, paid by QR", () => {
  it("before it leaves, told five times at once: collected once, by bank, and handed over without cash", async () => {
    const part = await newPart(owner)
    const qr = await openQr(owner, part)
    expect(readVietQr(qr.payload)).toMatchObject({ account: ACCOUNT, amount: part.total, content: qr.reference })
    expect(await openQr(owner, part)).toMatchObject({ reference: qr.reference })
    expect(await payAtDoor(owner, part, qr, 5)).toMatchObject({
      ...{ status: "placed", cash_collected: part.total },
      money: { to_collect: 0, paid: part.total },
    })
    expect((await page(owner)("get", `/producer/orders/${part.id}/qr`).set("accept-language", "vi")).text).toContain(
      "Đã nhận tiền",
    )
    await act(part, "hand-over", { cash: CASH_PAID }).expect(409)
    await act(part, "hand-over").expect(200)
    expect(await settledBy(part)).toEqual([{ payment_means: "bank", sum: part.goods }])
    const { rows } = await db().query(
      "select count(*)::int as n from producer_order_act where producer_order_id = $1 and act = 'collect_bank'",
      [part.id],
    )
    expect(rows[0].n).toBe(1)
    await agrees(part)
    expect(await refundsOf(part)).toEqual([])
  })

  it("on delivery, by the link a carrier has: it shows the amount and nothing of the buyer", async () => {
    const part = await newPart(owner)
    await act(part, "hand-over", { carrier: "Bưu điện" }).expect(200)
    const qr = await openQr(owner, part)
    const carrier = () => http().get(new URL(qr.link).pathname).set("accept-language", "vi").expect(200)
    const shown = await carrier()
    expect(shown.text).toContain(qr.reference)
    expect(shown.text).not.toMatch(/Chị Hà|0912 ?345|Đội Cấn/)
    expect(shown.headers.refresh).toMatch(/^\d+; url=.*n=1$/)
    await payAtDoor(owner, part, qr)
    expect((await carrier()).text).toContain("Đã nhận tiền")
    await act(part, "collect-cash", { cash: CASH_PAID }).expect(409)
    expect(await settledBy(part)).toEqual([{ payment_means: "bank", sum: part.goods }])
    await agrees(part)
  })

  it("by its buyer from the order's page, and what is cancelled then goes back by hand to the bank", async () => {
    const part = await newPart(owner, 2)
    const key = await keyOf(part.order_id)
    const { headers } = await http()
      .post(`/market/orders/${part.order_id}/${part.id}/qr?key=${key}`)
      .type("form")
      .send({})
      .expect(303)
    expect(headers.location).toMatch(/^\/market\/pay\/qr\/payatt_/)
    await payAtDoor(owner, part, await readQr(owner, part))
    const { body } = await act(part, "cancel", { reason: "Hết đất" }).expect(200)
    expect(body.order.status).toBe("cancelled")
    expect(await refundsOf(part)).toEqual([expect.objectContaining({ amount: part.total, means: "bank" })])
    const due = (
      await http().get("/admin/refunds-due").set("authorization", `Bearer ${token}`).expect(200)
    ).body.refunds_due.find(({ order_id }: { order_id: string }) => order_id === part.order_id)
    expect(due).toMatchObject({ by_gateway: false })
    await agrees(part)
  })
})

describe("money that meets another", () => {
  it("goes back when cash was quicker; the two at once leave one collection and at most one refund", async () => {
    const [late, race] = [await newPart(owner), await newPart(owner)]
    const qr = await openQr(owner, late)
    await act(late, "hand-over", { cash: CASH_PAID }).expect(200)
    expect((await readQr(owner, late)).state).toBe("cash")
    await pay(qr)
    expect(await until(async () => (await refundsOf(late)).length > 0 && refundsOf(late))).toEqual([
      { amount: late.total, reason: "paid_twice", means: "bank", of_attempt: true },
    ])
    const other = await openQr(owner, race)
    const [answer] = await Promise.all([act(race, "hand-over", { cash: CASH_PAID }), pay(other)])
    const now = await until(async () => {
      const { rows } = await db().query(
        `select p.collected_by, a.completion, p.cash_collected::int as collected from payment_attempt a
         join producer_order p on p.id = a.subject_id where a.txn_ref = $1 and a.completion in ('completed', 'refund_due')`,
        [other.reference],
      )
      return rows[0]
    })
    expect(now.collected).toBe(race.total)
    expect([now.collected_by, now.completion, answer.status]).toEqual(
      now.collected_by === "cash" ? ["cash", "refund_due", 200] : ["bank", "completed", 409],
    )
  })

  it("goes back, or waits for a person, when the amount changed; the next code asks for what it costs now", async () => {
    const part = await newPart(owner, 2)
    const before = await openQr(owner, part)
    const { lines } = (await as(owner)("get", `/producers/me/orders/${part.id}`).expect(200)).body.order
    await act(part, "cancel", { reason: "Hết đất", lines: [{ line_id: lines[0].id, quantity: 1 }] }).expect(200)
    expect((await readQr(owner, part)).state).toBe("over")
    // Paid before anybody asked for a new code: it comes in, and goes back.
    expect(await pay(before)).toMatchObject({ kind: "captured" })
    await until(async () => (await refundsOf(part)).length > 0)
    expect(await refundsOf(part)).toEqual([
      { amount: part.total, reason: "door_changed", means: "bank", of_attempt: true },
    ])
    const second = await openQr(owner, part)
    expect(second.amount).toBeLessThan(part.total)
    expect(second.reference).not.toBe(before.reference)
    // A wrong amount is not taken; a person looks at it.
    expect(await pay({ ...second, amount: second.amount - 1 })).toMatchObject({ kind: "review" })
    expect((await readQr(owner, part)).looked_at).toBe(second.amount - 1)
    await payAtDoor(owner, part, second)
  })
})

describe("who may open a code", () => {
  it("is the producer of the part; not another, not a stranger to the order, not for what is paid", async () => {
    const part = await newPart(owner)
    await as(stranger)("post", `/producers/me/orders/${part.id}/qr`).expect(404)
    await as(stranger)("get", `/producers/me/orders/${part.id}/qr`).expect(404)
    await page(stranger)("post", `/producer/orders/${part.id}/qr`).expect(404)
    await http().post(`/market/orders/${part.order_id}/${part.id}/qr?key=wrong`).expect(404)
    await act(part, "hand-over", { cash: CASH_PAID }).expect(200)
    await as(owner)("post", `/producers/me/orders/${part.id}/qr`).expect(409)
    await asBuyer(part.order_id, await keyOf(part.order_id))("get").expect(200)
  })
})
