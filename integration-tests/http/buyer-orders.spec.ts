import type { PartMoney } from "../../plugins/village-market/src/buyer/part-money"
import { db, demo } from "../harness/shop"
import { asBuyer, buyFrom, keyOf, type Maker, maker } from "./helpers/buyer"
import { CASH_PAID } from "./helpers/cash"
import type { Part } from "./helpers/orders"
import { http } from "./helpers/shop"

let makers: [Maker, Maker, Maker]
beforeAll(async () => {
  makers = [await maker(100_001), await maker(50_000), await maker(33_333)]
}, 60_000)

/** What is read below of a part's JSON. */
type PartJson = {
  id: string
  status: string
  may: { cancel: boolean; receive: boolean; ask_return: boolean }
  lines: AtLeastOne<{ id: string }>
  money: PartMoney
  changes: AtLeastOne<{ total: number }>
  return_requests: AtLeastOne<{ id: string; status: string }>
}
type AtLeastOne<T> = [T, ...T[]]

const partIn = (order: { parts: PartJson[] }, id: string) => {
  const found = order.parts.find((part) => part.id === id)
  if (!found) throw new Error(`no part ${id}`)
  return found
}
const balance = (money: PartMoney) =>
  expect(money.paid + money.to_pay + money.at_door - money.going_back - money.refunded).toBe(money.costs)

async function bought(means: "cash" | "vnpay") {
  const parts = (await buyFrom(makers, 2, means)) as [Part, Part, Part]
  const order_id = parts[0].order_id
  const key = await keyOf(order_id)
  return { parts, order_id, key, as: asBuyer(order_id, key) }
}

describe("an order paid by VNPay, of three producers", () => {
  it("is cancelled part-wise and wholly by its buyer; each amount is right, the other parts are untouched", async () => {
    const { parts, as } = await bought("vnpay")
    const [a, b, c] = parts
    const before = (await as("get").expect(200)).body.order
    expect(before.money).toMatchObject({
      costs: a.total + b.total + c.total,
      paid: a.total + b.total + c.total,
      going_back: 0,
    })
    const [line] = partIn(before, a.id).lines
    const cut = await as("post", `/parts/${a.id}/cancel`)
      .send({ reason: "Đặt nhầm", lines: [{ line_id: line.id, quantity: 1 }], key: `test-${a.id}` })
      .expect(200)
    const first = partIn(cut.body.order, a.id)
    expect(first.status).toBe("placed")
    expect(first.lines[0]).toMatchObject({ quantity: 2, cancelled: 1 })
    expect(first.money.taken_off).toBe(first.changes[0].total)
    expect(first.money.going_back).toBe(first.money.taken_off)
    balance(first.money)

    // The same key again is the same cancellation.
    await as("post", `/parts/${a.id}/cancel`)
      .send({ reason: "Đặt nhầm", lines: [{ line_id: line.id, quantity: 1 }], key: `test-${a.id}` })
      .expect(200)
    const gone = (await as("post", `/parts/${b.id}/cancel`).send({ reason: "Đổi ý" }).expect(200)).body.order
    expect(partIn(gone, a.id).money.taken_off).toBe(first.money.taken_off)
    expect(partIn(gone, b.id)).toMatchObject({ status: "cancelled", money: { costs: 0, going_back: b.total } })
    expect(partIn(gone, c.id)).toMatchObject({
      status: "placed",
      changes: [],
      money: { costs: c.total, going_back: 0 },
    })
    expect(gone.money.costs).toBe(a.total - first.money.taken_off + c.total)
    balance(gone.money)
    await as("post", `/parts/${b.id}/cancel`).send({ reason: "Đổi ý" }).expect(409)
    await as("post", `/parts/${a.id}/cancel`)
      .send({ reason: "Đổi ý", lines: [{ line_id: line.id, quantity: 2 }] })
      .expect(400)
  }, 60_000)

  it("is on its way, received, and one line goes back within the window", async () => {
    const { parts, as } = await bought("vnpay")
    const [a] = parts
    const { as: asMaker } = makers[0]
    await asMaker("post", `/producers/me/orders/${a.id}/hand-over`)
      .send({ carrier: "Viettel Post", tracking_code: "VT123" })
      .expect(200)
    const sent = partIn((await as("get").expect(200)).body.order, a.id)
    expect(sent).toMatchObject({ status: "handed_over", carrier: "Viettel Post", tracking_code: "VT123" })
    expect(sent.may).toEqual({ cancel: false, receive: true, ask_return: true })
    await as("post", `/parts/${a.id}/cancel`).send({ reason: "Đổi ý" }).expect(409)
    await as("post", `/parts/${a.id}/received`).expect(200)
    const line_id = sent.lines[0].id
    await as("post", `/parts/${a.id}/return-requests`).send({ line_id, quantity: 3, reason: "damaged" }).expect(400)
    await as("post", `/parts/${a.id}/return-requests`).send({ line_id, quantity: 1, reason: "because" }).expect(400)
    const asked = await as("post", `/parts/${a.id}/return-requests`)
      .send({ line_id, quantity: 1, reason: "damaged", note: "Vỡ vòi" })
      .expect(201)
    const { id } = asked.body.return_request
    const withdrawn = await as("post", `/parts/${a.id}/return-requests/${id}/withdraw`).expect(200)
    expect(partIn(withdrawn.body.order, a.id).return_requests[0].status).toBe("withdrawn")
    await as("post", `/parts/${a.id}/return-requests/no-such/withdraw`).expect(404)
    await db().query("update producer_order set delivered_at = now() - interval '30 days' where id = $1", [a.id])
    await as("post", `/parts/${a.id}/return-requests`).send({ line_id, quantity: 1, reason: "damaged" }).expect(409)
  }, 60_000)
})

describe("a cash order", () => {
  it("asks less at the door after a cancellation, and owes nothing back", async () => {
    const { parts, as } = await bought("cash")
    const [a, b] = parts
    const order = (await as("post", `/parts/${a.id}/cancel`).send({ reason: "Đổi ý" }).expect(200)).body.order
    expect(partIn(order, a.id).money).toMatchObject({ costs: 0, at_door: 0, going_back: 0 })
    expect(partIn(order, b.id).money).toMatchObject({ costs: b.total, at_door: b.total })
    balance(order.money)
    const { rows } = await db().query("select count(*)::int as n from refund_due where order_id = $1", [a.order_id])
    expect(rows[0].n).toBe(0)
  }, 60_000)
})

describe("the order's page", () => {
  const page = (path: string) => http().get(path).set("accept-language", "vi")

  it("cancels by forms alone: choose, look again, confirm", async () => {
    const { parts, order_id, key } = await bought("vnpay")
    const [a] = parts
    const home = `/market/orders/${order_id}?key=${key}`
    const cancel = `/market/orders/${order_id}/${a.id}/cancel?key=${key}`
    const { text: line } = await page(`${cancel}&some=1`).expect(200)
    const field = /name="(n_[\w]+)"/.exec(line)?.[1] ?? ""
    await page(`${cancel}&review=1&${field}=0`).expect(400)
    await page(`${cancel}&review=1&${field}=9`).expect(400)
    const { text: look } = await page(`${cancel}&review=1&${field}=1`).expect(200)
    expect(look).toMatch(/bạn đã trả sẽ được hoàn qua VNPay/)
    expect(look).toMatch(new RegExp(`type="hidden" name="${field}" value="1"`))
    const once = /name="once" value="(\w+)"/.exec(look)?.[1] ?? ""
    await http()
      .post(cancel)
      .type("form")
      .send({ once, [field]: "1" })
      .expect(400)
    for (let twice = 0; twice < 2; twice++) {
      const { headers } = await http()
        .post(cancel)
        .type("form")
        .send({ once, [field]: "1", reason: "Đặt nhầm" })
        .expect(303)
      expect(headers.location).toBe(`${home}&done=cancelled#${a.id}`)
    }
    const { text } = await page(home).expect(200)
    expect(text).toContain("đã hủy 1 cái")
    expect(text).toContain("đang được hoàn qua VNPay")
    expect(text).not.toMatch(/Đã hoàn .* cho bạn\./)
  }, 60_000)

  it("says what is wrong with a wish for a return, and keeps what was typed", async () => {
    const { parts, order_id, key } = await bought("cash")
    const [a] = parts
    await page(`/market/orders/${order_id}/${a.id}/return?key=${key}`).expect(303)
    await makers[0].as("post", `/producers/me/orders/${a.id}/hand-over`).send({ cash: CASH_PAID }).expect(200)
    const address = `/market/orders/${order_id}/${a.id}/return?key=${key}`
    const { text: form } = await page(address).expect(200)
    const line_id = /name="line_id" value="(\w+)"/.exec(form)?.[1] ?? ""
    const wrong = await http().post(address).type("form").send({ line_id, quantity: "x", note: "Vỡ vòi" }).expect(400)
    expect(wrong.text).toContain("Số lượng chưa đúng.")
    expect(wrong.text).toContain("Xin chọn lý do.")
    expect(wrong.text).toContain("Vỡ vòi</textarea>")
    const sent = { line_id, quantity: "1", reason: "damaged", note: "Vỡ vòi" }
    await http().post(address).type("form").send(sent).expect(303)
    const { text } = await page(`/market/orders/${order_id}?key=${key}`).expect(200)
    expect(text).toContain("Đang chờ nơi sản xuất trả lời")
  }, 60_000)
})

describe("somebody else", () => {
  it("gets 404 with a wrong key, with another order's key, and for a part of another order", async () => {
    const mine = await bought("cash")
    const theirs = await bought("cash")
    const [a] = mine.parts
    for (const key of ["", "x", theirs.key]) {
      const as = asBuyer(mine.order_id, key)
      await as("get").expect(404)
      for (const act of ["cancel", "received", "return-requests", "return-requests/x/withdraw"])
        await as("post", `/parts/${a.id}/${act}`).send({ reason: "Đổi ý" }).expect(404)
      await http().get(`/market/orders/${mine.order_id}?key=${key}`).expect(404)
      for (const act of ["cancel", "received", "return", "withdraw"])
        await http().post(`/market/orders/${mine.order_id}/${a.id}/${act}?key=${key}`).type("form").send({}).expect(404)
    }
    // The right key of one order opens no part of another.
    await theirs.as("post", `/parts/${a.id}/cancel`).send({ reason: "Đổi ý" }).expect(404)
    await http().get(`/market/orders/${theirs.order_id}/${a.id}/cancel?key=${theirs.key}`).expect(404)
    const { rows } = await db().query("select status from producer_order where id = $1", [a.id])
    expect(rows[0].status).toBe("placed")
  }, 60_000)

  it("may be the customer who ordered, logged in, without the key; another customer may not", async () => {
    const { order_id, parts } = await bought("cash")
    const [owner, other] = [await customer(), await customer()]
    await db().query('update "order" set customer_id = $2 where id = $1', [order_id, owner.id])
    const as = (token: string) => asBuyer(order_id, "")("get").set("authorization", `Bearer ${token}`)
    await as(owner.token).expect(200)
    await as(other.token).expect(404)
    await asBuyer(order_id, "")("post", `/parts/${parts[0].id}/cancel`)
      .set("authorization", `Bearer ${owner.token}`)
      .send({ reason: "Đổi ý" })
      .expect(200)
    const { rows } = await db().query(
      "select actor_role, actor_id from producer_order_act where producer_order_id = $1 and act = 'cancel'",
      [parts[0].id],
    )
    expect(rows).toEqual([{ actor_role: "buyer", actor_id: owner.id }])
  }, 60_000)
})

/** A customer of Medusa's own, registered and logged in over its JSON. */
async function customer() {
  const email = `${Math.random().toString(36).slice(2)}@example.vn`
  const login = { email, password: "mat-khau-dai" }
  const { body } = await http().post("/auth/customer/emailpass/register").send(login).expect(200)
  const made = await http()
    .post("/store/customers")
    .set("x-publishable-api-key", demo().publishable_api_key)
    .set("authorization", `Bearer ${body.token}`)
    .send({ email })
    .expect(200)
  const { body: again } = await http().post("/auth/customer/emailpass").send(login).expect(200)
  return { id: made.body.customer.id as string, token: again.token as string }
}
