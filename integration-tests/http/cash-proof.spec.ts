import sharp from "sharp"
import { db } from "../harness/shop"
import { asBuyer, keyOf, until } from "./helpers/buyer"
import { CASH_PAID, cashCodeOf } from "./helpers/cash"
import { as, http, type Maker, page, twoMakers } from "./helpers/lots"
import { operatorToken } from "./helpers/officials"
import type { Part } from "./helpers/orders"
import { newPart, stock } from "./helpers/own-orders"

let owner: Maker
let stranger: Maker
let token: string
beforeAll(async () => {
  ;[owner, stranger] = await twoMakers()
  await stock(owner, 100)
  token = await operatorToken()
})

const json = (part: Part, act: string, body: object = {}) =>
  as(owner)("post", `/producers/me/orders/${part.id}/${act}`).send(body)
const form = (part: Part, act: string, fields: object) =>
  page(owner)("post", `/producer/orders/${part.id}/${act}`).set("accept-language", "vi").type("form").send(fields)
const show = async (part: Part) =>
  (await page(owner)("get", `/producer/orders/${part.id}`).set("accept-language", "vi").expect(200)).text
const buyersPage = async ({ order_id }: Part) =>
  http()
    .get(`/market/orders/${order_id}?key=${await keyOf(order_id)}`)
    .set("accept-language", "vi")
const takings = async ({ id }: Part) =>
  (await db().query("select * from cash_taking where producer_order_id = $1 order by id", [id])).rows
const collected = async ({ id }: Part) =>
  Number((await db().query("select cash_collected from producer_order where id = $1", [id])).rows[0].cash_collected)
const operator = (method: "get" | "post", path: string) => http()[method](path).set("authorization", `Bearer ${token}`)
const tasksOf = async ({ id }: Part) =>
  (await operator("get", "/admin/cash-tasks").expect(200)).body.cash_tasks.filter(
    ({ producer_order_id }: { producer_order_id: string }) => producer_order_id === id,
  )
/** Another code than the right one. */
const other = (code: string, by = 1) => String((Number(code) + by) % 10_000).padStart(4, "0")

describe("cash with the buyer's code", () => {
  it("closes the debt once; who took it, when, how much and what shows it stands with all three", async () => {
    const part = await newPart(owner)
    const code = await cashCodeOf(part)
    expect(code).toMatch(/^\d{4}$/)
    expect(await show(part)).not.toContain(code)
    expect((await buyersPage(part)).text).toContain(`>${code}<`)

    const none = await form(part, "hand-over", { cash_collected: "yes" }).expect(400)
    expect(none.text).toContain("Xin ghi mã 4 số của khách")
    expect((await form(part, "hand-over", { cash_code: other(code) }).expect(400)).text).toContain("không đúng")
    expect(await takings(part)).toHaveLength(0)
    await form(part, "hand-over", { cash_collected: "yes", cash_code: ` ${code}` }).expect(303)
    await json(part, "hand-over", { cash: { proof: { kind: "code", code } } }).expect(200)

    expect(await takings(part)).toMatchObject([
      { moment: "hand_over", expected: String(part.total), given: String(part.total), proof: "code", by_id: owner.id },
    ])
    expect(await collected(part)).toBe(part.total)
    for (const text of [await show(part), (await buyersPage(part)).text])
      expect(text).toContain("Khách xác nhận bằng mã")
    const { producer_order } = (await operator("get", `/admin/producer-orders/${part.id}`).expect(200)).body
    expect(producer_order.cash_takings).toMatchObject([{ proof: "code", given: part.total }])
    expect(await tasksOf(part)).toEqual([])
    expect((await buyersPage(part)).text).not.toContain(`>${code}<`)
  })

  it("is worth nothing after five wrong ones, right or not; another order's code never is", async () => {
    const [part, second] = [await newPart(owner), await newPart(owner)]
    const code = await cashCodeOf(part)
    const cash = (typed: string) => ({ cash: { proof: { kind: "code", code: typed } } })
    if ((await cashCodeOf(second)) !== code) await json(part, "hand-over", cash(await cashCodeOf(second))).expect(400)
    for (let by = 1; by <= 5; by++) await json(part, "hand-over", cash(other(code, by))).expect(400)
    const { body } = await json(part, "hand-over", cash(code)).expect(400)
    expect(body.message).toMatch(/sai nhiều lần/)
    expect(await collected(part)).toBe(0)
    await json(part, "hand-over", { cash: { proof: { kind: "reference", reference: "COD 7781" } } }).expect(200)
    expect(await collected(part)).toBe(part.total)
  })
})

describe("an amount that is not what is due", () => {
  it("needs its reason, closes nothing and waits for the operator until the rest has come", async () => {
    const part = await newPart(owner)
    const code = await cashCodeOf(part)
    const proof = { kind: "code", code }
    const amount = part.total - 5000
    await json(part, "hand-over", { cash: { amount, proof } }).expect(400)
    await json(part, "hand-over", { cash: { amount, difference: "Khách thiếu tiền lẻ", proof } }).expect(200)
    expect(await collected(part)).toBe(0)
    expect(await tasksOf(part)).toMatchObject([
      { given: amount, expected: part.total, difference: "Khách thiếu tiền lẻ", collected: false },
    ])
    const { rows } = await db().query("select settled from sale_event where producer_order_id = $1", [part.id])
    expect(rows.every(({ settled }) => Number(settled) === 0)).toBe(true)
    expect((await buyersPage(part)).text).toContain("Ban quản lý chợ đang xem")

    // Eight at once: the exact amount is taken down and booked once.
    const all = await Promise.all(Array.from({ length: 8 }, () => json(part, "collect-cash", { cash: { proof } })))
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
    expect(await collected(part)).toBe(part.total)
    expect((await takings(part)).map(({ given }) => Number(given))).toEqual([amount, part.total])
    expect(await tasksOf(part)).toEqual([])
  })
})

describe("cash without proof", () => {
  it("says why, and the operator sees it until somebody has looked into it", async () => {
    const part = await newPart(owner)
    await json(part, "hand-over", { cash: { proof: { kind: "none", reason: "" } } }).expect(400)
    await form(part, "hand-over", { cash_collected: "yes", cash_no_proof: "Khách không dùng điện thoại" }).expect(303)
    const [task] = await tasksOf(part)
    expect(task).toMatchObject({ proof: "none", proof_text: "Khách không dùng điện thoại", collected: true })
    const answer = (note: string) => operator("post", `/admin/cash-tasks/${task.id}/answer`).send({ note })
    expect((await answer("")).status).toBe(400)
    expect((await answer("Đã gọi khách, đúng")).status).toBe(200)
    expect(await tasksOf(part)).toEqual([])
    for (const statement of ["update cash_taking set given = 1", "delete from cash_taking_answer"])
      await expect(db().query(statement)).rejects.toThrow(/append-only/)
  })
})

describe("a photo of a signed receipt", () => {
  it("is proof of its own order only, and is shown to seller, buyer and operator, to nobody else", async () => {
    const [part, second] = [await newPart(owner), await newPart(owner)]
    const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#ccc" } })
      .jpeg()
      .toBuffer()
    const send = (maker: Maker, id: string) =>
      as(maker)("post", `/producers/me/orders/${id}/receipt`).attach("file", photo, "a.jpg")
    await send(stranger, part.id).expect(404)
    await as(owner)("post", `/producers/me/orders/${part.id}/receipt`)
      .attach("file", Buffer.from("words"), "a.jpg")
      .expect(400)
    const receipt_id: string = (await send(owner, part.id).expect(201)).body.receipt.id
    await json(second, "hand-over", { cash: { proof: { kind: "receipt", receipt_id } } }).expect(400)
    // The form of the page: a photo that is there needs no more words.
    await form(part, "hand-over", { cash_collected: "yes" }).expect(303)
    expect(await takings(part)).toMatchObject([{ proof: "receipt", receipt_id }])

    const path = `/producer/orders/${part.id}/receipts/${receipt_id}`
    expect((await page(owner)("get", path).expect(200)).headers["content-type"]).toBe("image/jpeg")
    await page(stranger)("get", path).expect(404)
    await page(owner)("get", `/producer/orders/${second.id}/receipts/${receipt_id}`).expect(404)
    await operator("get", `/admin/producer-orders/${part.id}/receipts/${receipt_id}`).expect(200)
    const key = await keyOf(part.order_id)
    const buyers = `/market/orders/${part.order_id}/${part.id}/receipts/${receipt_id}`
    await http().get(`${buyers}?key=${key}`).expect(200)
    await http()
      .get(`${buyers}?key=${await keyOf(second.order_id)}`)
      .expect(404)
  })
})

describe("cash that a carrier brings", () => {
  it("is confirmed later, by the code of the hand-over message or the carrier's reference; the operator may too", async () => {
    const [part, second] = [await newPart(owner), await newPart(owner)]
    for (const one of [part, second]) await json(one, "hand-over", { carrier: "Bưu điện" }).expect(200)
    const code = await cashCodeOf(part)
    await until(async () => (await http().get("/demo/messages")).text.includes(code))
    await json(part, "deliver", { cash: { proof: { kind: "code", code } } }).expect(200)
    expect(await takings(part)).toMatchObject([{ moment: "deliver", proof: "code" }])

    await asBuyer(second.order_id, await keyOf(second.order_id))("post", `/parts/${second.id}/received`).expect(200)
    await as(stranger)("post", `/producers/me/orders/${second.id}/collect-cash`).send({ cash: CASH_PAID }).expect(404)
    const cash = { proof: { kind: "reference", reference: "BĐ 4471" } }
    await operator("post", `/admin/producer-orders/${second.id}/collect_cash`)
      .send({ reason: "Bưu điện báo", cash })
      .expect(200)
    expect(await takings(second)).toMatchObject([
      { moment: "later", proof: "reference", proof_text: "BĐ 4471", by_role: "operator" },
    ])
    expect(await collected(second)).toBe(second.total)
  })
})
