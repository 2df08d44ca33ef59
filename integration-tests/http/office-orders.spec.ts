import { db } from "../harness/shop"
import { asBuyer, buyFrom, keyOf, type Maker, maker } from "./helpers/buyer"
import { CASH_PAID } from "./helpers/cash"
import { as, HOME, http, NEIGHBOUR, newOfficial, operatorToken } from "./helpers/officials"
import { BUYER, type Part } from "./helpers/orders"

let makers: [Maker, Maker]
let operator: string
let [home, elsewhere, province]: Awaited<ReturnType<typeof newOfficial>>[] = []
beforeAll(async () => {
  makers = [await maker(80_000), await maker(45_000)]
  await db().query("update producer set commune_code = $2 where id = $1", [makers[1].id, NEIGHBOUR])
  operator = await operatorToken()
  ;[home, elsewhere, province] = [
    await newOfficial(operator, "commune", HOME),
    await newOfficial(operator, "commune", NEIGHBOUR),
    await newOfficial(operator, "province", "37"),
  ]
}, 60_000)

const bought = async (means: "cash" | "vnpay" = "cash") => (await buyFrom(makers, 1, means)) as [Part, Part]
type Listed = { id: string; hours_late: number | null }
const listed = async (who: { token: string } | undefined, query = "") => {
  const { body } = await as(who?.token ?? "")("get", `/officials/me/orders?limit=100${query}`).expect(200)
  return body as { producer_orders: Listed[]; overdue: number; count: number; by_status: Record<string, number> }
}
const has = ({ producer_orders }: { producer_orders: Listed[] }, { id }: Part) =>
  producer_orders.some((one) => one.id === id)
const late = (part: Part) =>
  db().query("update producer_order set answer_by = now() - interval '5 hours' where id = $1", [part.id])

describe("an official", () => {
  it("sees the parts of the sellers in the area, and no other", async () => {
    const [a, b] = await bought()
    const seen = await Promise.all([listed(home), listed(elsewhere), listed(province)])
    expect(seen.map((list) => [has(list, a), has(list, b)])).toEqual([
      [true, false],
      [false, true],
      [true, true],
    ])
    expect(has(await listed(province, `&commune=${HOME}`), b)).toBe(false)
    // Naming another area's commune opens nothing.
    expect((await listed(home, `&commune=${NEIGHBOUR}`)).count).toBe(0)
  }, 60_000)

  it("sees nothing of the buyer, on the page and in JSON", async () => {
    await bought()
    const { text } = await as(province?.token ?? "")("get", "/officials/me/orders?limit=100").expect(200)
    const { text: page } = await http()
      .get("/office/orders")
      .set("cookie", `vm_official=${province?.token}`)
      .expect(200)
    for (const said of [text, page]) {
      for (const secret of [BUYER.name, BUYER.phone, "0912 345 678", BUYER.street, "ha@example.vn"])
        expect(said).not.toContain(secret)
    }
    // Nor can a buyer be looked for.
    const all = await listed(province)
    expect((await listed(province, "&q=0912345678")).count).toBe(all.count)
  }, 60_000)

  it("sees which producers are late with their answer", async () => {
    const [a] = await bought()
    const before = await listed(home)
    await late(a)
    const after = await listed(home, "&overdue=1")
    expect(after.overdue).toBe(before.overdue + 1)
    expect(after.producer_orders.find(({ id }) => id === a.id)?.hours_late).toBe(5)
    const { text } = await http()
      .get("/office/orders?overdue=1")
      .set("cookie", `vm_official=${home?.token}`)
      .set("accept-language", "vi")
      .expect(200)
    expect(text).toContain("trễ 5 giờ")
    expect(text).toMatch(/đơn quá giờ trả lời/)
    await makers[0].as("post", `/producers/me/orders/${a.id}/hand-over`).send({ cash: CASH_PAID }).expect(200)
    expect((await listed(home)).overdue).toBe(before.overdue)
  }, 60_000)
})

describe("the operator", () => {
  const admin = (method: "get" | "post", path: string) => as(operator)(method, `/admin/producer-orders${path}`)

  it("finds a part by the buyer's phone, by its state and by a late answer", async () => {
    const [a, b] = await bought()
    await late(a)
    const find = async (query: string) => (await admin("get", `?limit=100&${query}`).expect(200)).body
    expect(has(await find("q=0912345678"), a)).toBe(true)
    expect(has(await find("q=0999999999"), a)).toBe(false)
    const overdue = await find("overdue=1")
    expect([has(overdue, a), has(overdue, b)]).toEqual([true, false])
    expect(has(await find("status=cancelled"), a)).toBe(false)
    expect(overdue.overdue).toBeGreaterThanOrEqual(1)
  }, 60_000)

  it("moves a part for somebody else, with a reason that is kept", async () => {
    const [a, b] = await bought("vnpay")
    await admin("post", `/${a.id}/accept`).send({}).expect(400)
    await admin("post", `/${a.id}/deliver`).send({ reason: "Hộ gọi điện" }).expect(409)
    await admin("post", `/${a.id}/fly`).send({ reason: "Hộ gọi điện" }).expect(404)
    await admin("post", `/no-such-part/accept`).send({ reason: "Hộ gọi điện" }).expect(404)
    const { body } = await admin("post", `/${a.id}/accept`).send({ reason: "Hộ gọi điện xin nhận" }).expect(200)
    expect(body.producer_order).toMatchObject({ status: "accepted", accepted_at: expect.any(String) })
    expect(body.producer_order.history.at(-1)).toMatchObject({
      ...{ act: "accept", actor_role: "operator", reason: "Hộ gọi điện xin nhận" },
    })
    const cancelled = await admin("post", `/${b.id}/cancel`).send({ reason: "Hộ báo hết hàng" }).expect(200)
    expect(cancelled.body.producer_order).toMatchObject({ status: "cancelled", due: 0, money: { going_back: b.total } })
    const as = asBuyer(a.order_id, await keyOf(a.order_id))
    const { order } = (await as("get").expect(200)).body
    expect(order.money).toMatchObject({ costs: a.total, going_back: b.total, refunded: 0 })
  }, 60_000)

  it("answers a return for the producer; the goods' price goes back, once", async () => {
    const [a] = await bought("vnpay")
    const buyer = asBuyer(a.order_id, await keyOf(a.order_id))
    await makers[0].as("post", `/producers/me/orders/${a.id}/hand-over`).send({ carrier: "Bưu điện" }).expect(200)
    const line_id = (await buyer("get").expect(200)).body.order.parts.find(({ id }: Part) => id === a.id).lines[0].id
    const asked = await buyer("post", `/parts/${a.id}/return-requests`)
      .send({ line_id, quantity: 1, reason: "damaged" })
      .expect(201)
    const returns = `/${a.id}/returns/${asked.body.return_request.id}`
    await admin("post", `${returns}/receive`).send({}).expect(400)
    await admin("post", `${returns}/burn`).send({ note: "Đã nhận" }).expect(404)
    await admin("post", `/${a.id}/returns/no-such/receive`).send({ note: "Đã nhận" }).expect(404)
    for (let twice = 0; twice < 2; twice++) {
      const { body } = await admin("post", `${returns}/receive`)
        .send({ note: "Hộ xác nhận qua điện thoại" })
        .expect(200)
      expect(body.producer_order).toMatchObject({
        status: "returned",
        due: 0,
        money: { paid: a.total, going_back: a.total },
      })
    }
  }, 60_000)

  it("sees what has to be repaired and tries it again", async () => {
    const [a] = await bought()
    await db().query("insert into order_repair (order_id, problem) values ($1, 'parts: thử')", [a.order_id])
    const open = async () => (await as(operator)("get", "/admin/order-repairs").expect(200)).body.order_repairs
    expect(await open()).toContainEqual(expect.objectContaining({ order_id: a.order_id, problem: "parts: thử" }))
    await as(operator)("post", `/admin/order-repairs/${a.order_id}/retry`).expect(200)
    expect((await open()).map(({ order_id }: { order_id: string }) => order_id)).not.toContain(a.order_id)
    await as(operator)("post", `/admin/order-repairs/${a.order_id}/retry`).expect(404)
  }, 60_000)
})
