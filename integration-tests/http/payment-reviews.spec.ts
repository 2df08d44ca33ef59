import request from "supertest"
import { baseUrl, db, demo } from "../harness/shop"
import { findGoods, type Goods, type Session, shopClient } from "./basket"
import { payAtStandIn, until } from "./refunds"
import { attempt, capturesOf, code, newPayment, notice, ordersOf, settled } from "./vnpay"

const shop = shopClient()
let goods: Goods
let token: string

beforeAll(async () => {
  goods = await findGoods(shop)
  token = (await request(baseUrl()).post("/auth/user/emailpass").send(demo().admin).expect(200)).body.token
})

const as = (method: "get" | "post", path: string) =>
  request(baseUrl())[method](`/admin/payments/reviews${path}`).set("authorization", `Bearer ${token}`)
const decide = (id: string, body: object) => as("post", `/${id}/decision`).send(body)
let number = Date.now()
const came = (reason = "VNPay xác nhận qua điện thoại") => ({
  decision: "came",
  transaction_no: String(++number),
  reason,
})
const notCame = { decision: "not_came", reason: "Ngân hàng đã hoàn cho người mua" }

/** A payment VNPay calls suspicious, told to the shop by a signed notice. */
async function suspected(codes = { vnp_ResponseCode: "07", vnp_TransactionStatus: "07" }) {
  const payment = await newPayment(shop, goods)
  expect(await code(await notice(payment.session, { ...codes, vnp_TransactionNo: String(++number) }))).toBe("00")
  const { id } = await attempt(payment.session)
  return { ...payment, id: String(id) }
}
const reviewOf = async (id: string) =>
  (await as("get", "").expect(200)).body.reviews.find((one: { id: string }) => one.id === id)
const refOf = ({ data }: Session) => data.txn_ref

describe("a payment of which VNPay says neither paid nor unpaid", () => {
  it("stands before the operator with every word of VNPay, the basket and the buyer, and without its signature", async () => {
    const { id, session, cart_id } = await suspected({ vnp_ResponseCode: "00", vnp_TransactionStatus: "04" })
    const review = await reviewOf(id)
    expect(review).toMatchObject({
      ...{ txn_ref: refOf(session), amount: session.amount, state: "review", cart_id, order_id: null, reviews: [] },
      buyer: { name: "Nguyễn Thị Lan", phone: "0912345678" },
      items: [{ quantity: 1 }],
      words: [
        {
          ...{ from: "notice", verdict: "00", amount: session.amount, bank_code: "NCB" },
          response: { code: "00", words: { vi: "Giao dịch thành công" } },
          status: { code: "04", words: { vi: expect.stringContaining("Giao dịch đảo") } },
        },
      ],
    })
    expect(JSON.stringify(review)).not.toMatch(/[0-9a-f]{128}/i)
  })

  it("may be asked about: VNPay's answer of now is kept beside its notice, and decides nothing", async () => {
    const { session, cart_id } = await newPayment(shop, goods)
    await payAtStandIn(session, "fraud")
    const id = await until("VNPay calls it suspicious", async () => {
      const row = await attempt(session)
      return row.state === "review" ? String(row.id) : undefined
    })
    const { body } = await as("post", `/${id}/ask`).expect(200)
    expect(body.asked).toBe("recorded")
    expect(body.review.words).toMatchObject([
      { from: "notice", response: { code: "07" }, status: { code: "07" } },
      { from: "answer", response: { code: "00", words: { en: "The query worked" } }, status: { code: "07" } },
    ])
    expect(await attempt(session)).toMatchObject({ state: "review", completion: "none" })
    expect(await ordersOf(cart_id)).toEqual([])
  })

  it("becomes an order when the operator says that the money came, once, by VNPay's number", async () => {
    const { id, session, cart_id } = await suspected()
    await decide(id, { decision: "came", reason: "Thấy trên trang VNPay" }).expect(400)
    await decide(id, { ...came(), transaction_no: "0" }).expect(400)
    await decide(id, { ...came(), reason: "x" }).expect(400)
    const decision = came()
    await decide(id, decision).expect(200)
    expect(await settled(session)).toMatchObject({ completion: "completed", transaction_no: decision.transaction_no })
    expect(await ordersOf(cart_id)).toHaveLength(1)
    expect(await capturesOf(session)).toEqual([session.amount])
    await decide(id, notCame).expect(409)
    await decide(id, came()).expect(409)
    expect(await reviewOf(id)).toMatchObject({
      state: "captured",
      order_id: expect.stringMatching(/^order_/),
      reviews: [{ decision: "came", reason: decision.reason, decided_by: demo().admin.email }],
    })
    const { rows } = await db().query("select act, actor_name, reason from audit_entry where subject_id = $1", [id])
    expect(rows).toEqual([{ act: "money_came", actor_name: demo().admin.email, reason: decision.reason }])
    const another = await suspected()
    await decide(another.id, { ...came(), transaction_no: decision.transaction_no }).expect(409)
  })

  it("goes back when the basket changed meanwhile", async () => {
    const { id, session, cart_id } = await suspected()
    await shop
      .store("post", `/store/carts/${cart_id}/line-items`)
      .send({ variant_id: goods.variant_id, quantity: 1 })
      .expect(200)
    await decide(id, came()).expect(200)
    expect(await settled(session)).toMatchObject({ completion: "refund_due", last_error: "basket_changed" })
    expect(await ordersOf(cart_id)).toEqual([])
  })

  it("fails when no money came; VNPay saying otherwise later brings it back before a person, who decides anew", async () => {
    const { id, session, cart_id } = await suspected()
    const both = await Promise.all([decide(id, notCame), decide(id, notCame)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await attempt(session)).toMatchObject({ state: "failed", completion: "none" })
    const paid = await notice(session, { vnp_TransactionNo: String(++number) })
    expect(await code(paid)).toBe("02")
    expect(await attempt(session)).toMatchObject({ state: "review", completion: "none" })
    expect((await reviewOf(id)).words).toHaveLength(2)
    await decide(id, came("VNPay báo đã thu sau khi kiểm tra")).expect(200)
    expect(await settled(session)).toMatchObject({ completion: "completed" })
    expect(await ordersOf(cart_id)).toHaveLength(1)
    expect((await reviewOf(id)).reviews.map((one: { decision: string }) => one.decision)).toEqual(["not_came", "came"])
  })

  it("decided as paid and then called failed by VNPay is a task, not lost", async () => {
    const { id, session } = await suspected()
    await decide(id, came()).expect(200)
    await settled(session)
    const failed = await notice(session, { vnp_ResponseCode: "99", vnp_TransactionStatus: "02" })
    expect([await code(failed), await code(failed)]).toEqual(["02", "02"])
    const { rows } = await db().query("select kind, evidence from reconciliation_task where subject = $1", [
      refOf(session),
    ])
    expect(rows).toMatchObject([
      { kind: "notice_contradicts", evidence: { transaction_status: "02", state: "captured" } },
    ])
    expect(await attempt(session)).toMatchObject({ state: "captured", completion: "completed" })
  })

  it("is written down for good, and is nobody's but the operator's", async () => {
    const { id } = await suspected()
    await decide(id, notCame).expect(200)
    for (const change of ["update payment_review set reason = 'x'", "delete from payment_review"]) {
      await expect(db().query(`${change} where payment_attempt_id = $1`, [id])).rejects.toThrow("append-only")
    }
    const [official] = demo().officials
    const { body } = await request(baseUrl()).post("/auth/official/emailpass").send(official).expect(200)
    for (const login of ["", `Bearer ${body.token}`]) {
      await request(baseUrl()).get("/admin/payments/reviews").set("authorization", login).expect(401)
      await request(baseUrl())
        .post(`/admin/payments/reviews/${id}/decision`)
        .set("authorization", login)
        .send(notCame)
        .expect(401)
    }
    // A payment that never needed a person is not decided by one.
    const { session } = await newPayment(shop, goods)
    await decide(String((await attempt(session)).id), came()).expect(404)
    await as("post", `/${(await attempt(session)).id}/ask`).expect(404)
  })
})
