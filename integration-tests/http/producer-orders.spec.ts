import { setTimeout as pause } from "node:timers/promises"
import { db } from "../harness/shop"
import { CASH_FORM, CASH_PAID } from "./helpers/cash"
import { as, http, type Maker, newLot, page, twoMakers } from "./helpers/lots"
import type { Part } from "./helpers/orders"
import { newPart, stock, stockOf } from "./helpers/own-orders"

let owner: Maker
let stranger: Maker

beforeAll(async () => {
  ;[owner, stranger] = await twoMakers()
  await stock(owner, 500)
})

const at = (part: Pick<Part, "id">, act = "") => `/producers/me/orders/${part.id}${act && `/${act}`}`
const json = (part: Pick<Part, "id">, act: string, body: object = {}) =>
  as(owner)("post", at(part, act)).set("accept-language", "vi").send(body)
const read = async (part: Pick<Part, "id">) => (await as(owner)("get", at(part)).expect(200)).body.order
const form = (part: Pick<Part, "id">, act: string, fields: object = {}) =>
  page(owner)("post", `/producer/orders/${part.id}/${act}`).set("accept-language", "vi").type("form").send(fields)
const show = (part: Pick<Part, "id">) => page(owner)("get", `/producer/orders/${part.id}`).set("accept-language", "vi")
const rowsOf = async (table: "sale_event" | "producer_order_act", part: Pick<Part, "id">, kind: string) =>
  (
    await db().query(
      `select * from ${table} where producer_order_id = $1 and ${table === "sale_event" ? "kind" : "act"} = $2`,
      [part.id, kind],
    )
  ).rows

/** A request to send goods back, as the buyer's side writes it. */
async function askedReturn(part: Pick<Part, "id" | "order_id">, quantity = 1) {
  const { lines } = await read(part)
  const id = `poret_${part.id.slice(-20)}_${Math.random().toString(36).slice(2, 8)}`
  await db().query(
    `insert into return_request (id, producer_order_id, order_id, line_id, quantity, reason, note, asked_at)
     values ($1, $2, $3, $4, $5, 'damaged', 'Bình bị nứt', now())`,
    [id, part.id, part.order_id, lines[0].id, quantity],
  )
  return id
}

describe("an order over JSON", () => {
  it("is accepted, packed, unpacked, handed over and delivered; every repeat changes nothing", async () => {
    const part = await newPart(owner, 2)
    const placed = await read(part)
    expect(placed).toMatchObject({ status: "placed", may: expect.arrayContaining(["accept", "pack", "cancel"]) })
    expect(new Date(placed.answer_by).getTime()).toBeGreaterThan(Date.now())
    const steps = [
      ["accept", "accepted"],
      ["pack", "packed"],
      ["unpack", "accepted"],
      ["pack", "packed"],
    ] as const
    for (const [act, status] of steps) {
      expect((await json(part, act).expect(200)).body.order.status).toBe(status)
      expect((await json(part, act).expect(200)).body.order.status).toBe(status)
    }
    expect(await rowsOf("producer_order_act", part, "pack")).toHaveLength(2)

    const lot = await newLot(owner)
    const carried = {
      carrier: "Bưu điện",
      tracking_code: "VN123",
      lots: [{ line_id: placed.lines[0].id, lot_id: lot.id }],
    }
    const sent = (await json(part, "hand-over", carried).expect(200)).body.order
    expect(sent).toMatchObject({
      ...{ status: "handed_over", carrier: "Bưu điện", tracking_code: "VN123", cash_collected: 0 },
      money: { to_collect: part.total, costs: part.total },
      lines: [{ lots: [lot.code] }],
    })
    await json(part, "hand-over", carried).expect(200)
    expect(await rowsOf("sale_event", part, "handed_over")).toHaveLength(1)

    const done = (await json(part, "deliver", { cash: CASH_PAID }).expect(200)).body.order
    expect(done).toMatchObject({
      status: "delivered",
      cash_collected: part.total,
      money: { to_collect: 0, paid: part.total },
    })
    await json(part, "deliver", { cash: CASH_PAID }).expect(200)
    expect(await rowsOf("producer_order_act", part, "deliver")).toHaveLength(1)
    expect(done.history.map(({ act, by }: { act: string; by: string }) => `${act} ${by}`)).toEqual([
      "place system",
      ...["accept", "pack", "unpack", "pack", "hand_over", "deliver"].map((act) => `${act} producer`),
    ])
  })

  it("takes down cash that comes after the buyer has the goods, once", async () => {
    const part = await newPart(owner)
    await json(part, "collect-cash", { cash: CASH_PAID }).expect(409)
    await json(part, "hand-over", { carrier: "Bưu điện" }).expect(200)
    await json(part, "deliver").expect(200)
    expect((await read(part)).money).toMatchObject({ to_collect: part.total, paid: 0 })
    await as(stranger)("post", at(part, "collect-cash")).send({ cash: CASH_PAID }).expect(404)
    for (let times = 0; times < 2; times++) await json(part, "collect-cash", { cash: CASH_PAID }).expect(200)
    expect(await read(part)).toMatchObject({
      ...{ status: "delivered", cash_collected: part.total },
      money: { to_collect: 0, paid: part.total },
    })
    const [settled, ...others] = await rowsOf("sale_event", part, "settled")
    expect([Number(settled.settled), Number(settled.net), others]).toEqual([part.goods, 0, []])
    const { rows } = await db().query(
      `select sum(c.amount)::float8 as sum from capture c join payment p on p.id = c.payment_id
       join order_payment_collection l on l.payment_collection_id = p.payment_collection_id where l.order_id = $1`,
      [part.order_id],
    )
    expect(rows[0].sum).toBe(part.total)
  })

  it("refuses each illegal step with a sentence in the reader's language, and nothing moves", async () => {
    const part = await newPart(owner)
    const refused = async (act: string, body: object, status: number) => {
      const before = (await read(part)).history.length
      const { body: answer } = await json(part, act, body).expect(status)
      expect((await read(part)).history).toHaveLength(before)
      return answer.message as string
    }
    expect(await refused("unpack", {}, 409)).toContain("Đơn đang ở bước khác")
    expect(await refused("deliver", {}, 409)).toContain("Đơn đang ở bước khác")
    expect(await refused("hand-over", {}, 400)).toContain("trả tiền mặt")
    expect(await refused("cancel", {}, 400)).toContain("reason")
    expect(await refused("cancel", { reason: "Hết hàng", lines: [{ line_id: "pol_x", quantity: 1 }] }, 400)).toContain(
      "không có mặt hàng này",
    )
    const { lines } = await read(part)
    const many = [{ line_id: lines[0].id, quantity: 2 }]
    expect(await refused("cancel", { reason: "Hết hàng", lines: many }, 400)).toContain("nhiều hơn số còn lại")
    await refused("accept", { status: "packed" }, 400)
    await refused("explode", {}, 404)
    await json(part, "hand-over", { cash: CASH_PAID }).expect(200)
    for (const act of ["accept", "pack", "unpack"]) await refused(act, {}, 409)
    await refused("cancel", { reason: "Hết hàng" }, 409)
    await refused("decline", { reason: "Hết hàng" }, 409)
    const english = await as(owner)("post", at(part, "accept")).set("accept-language", "en").send({}).expect(409)
    expect(english.body.message).toContain("at another step")
  })

  it("is declined whole, once: its stock is free again and nothing is to be collected", async () => {
    const before = await stockOf(owner)
    const part = await newPart(owner, 3)
    await json(part, "decline", {}).expect(400)
    const { order } = (await json(part, "decline", { reason: "Hết hàng" }).expect(200)).body
    expect(order).toMatchObject({ status: "cancelled", due: 0, money: { to_collect: 0 }, may: [] })
    await json(part, "decline", { reason: "Hết hàng" }).expect(200)
    expect(await rowsOf("sale_event", part, "cancelled")).toHaveLength(1)
    expect(await stockOf(owner)).toEqual(before)
    const accepted = await newPart(owner)
    await json(accepted, "accept").expect(200)
    await json(accepted, "decline", { reason: "Hết hàng" }).expect(409)
  })

  it("is cancelled in part by number, the same key once", async () => {
    const part = await newPart(owner, 4)
    const { lines } = await read(part)
    const body = { reason: "Không kịp làm", key: "mot-lan-thoi", lines: [{ line_id: lines[0].id, quantity: 3 }] }
    for (const _ of [1, 2]) {
      const { order } = (await json(part, "cancel", body).expect(200)).body
      expect(order).toMatchObject({ status: "placed", lines: [{ cancelled: 3, left: 1 }] })
      expect(order.due).toBeGreaterThan(0)
      expect(order.due).toBeLessThan(part.total)
    }
    const rest = (await json(part, "cancel", { reason: "Không kịp làm" }).expect(200)).body.order
    expect(rest).toMatchObject({ status: "cancelled", due: 0 })
  })

  it("takes the answer to a return: agreed, then received, and put back on sale or not", async () => {
    const part = await newPart(owner, 2)
    await json(part, "hand-over", { cash: CASH_PAID }).expect(200)
    const handed = await stockOf(owner)
    const id = await askedReturn(part)
    const answer = (body: object) => json(part, `returns/${id}`, body)
    await answer({ answer: "refuse" }).expect(400)
    await answer({ answer: "withdraw" }).expect(400)
    const agreed = (await answer({ answer: "accept" }).expect(200)).body.order
    expect(agreed).toMatchObject({ status: "handed_over", returns: [{ status: "accepted", open: true }], refunds: [] })
    const { order } = (await answer({ answer: "receive", restock: true }).expect(200)).body
    expect(order).toMatchObject({ returns: [{ status: "received", open: false }], lines: [{ returned: 1, left: 1 }] })
    expect(order.refunds).toEqual([{ amount: part.total - order.due, means: "cash", done: false }])
    await answer({ answer: "receive", restock: true }).expect(200)
    expect(await rowsOf("sale_event", part, "returned")).toHaveLength(1)
    expect((await stockOf(owner)).stocked).toBe(handed.stocked + 1)
    await answer({ answer: "refuse", note: "Muộn rồi" }).expect(409)

    const second = await askedReturn(part)
    const whole = await json(part, `returns/${second}`, { answer: "receive", restock: false }).expect(200)
    expect(whole.body.order.status).toBe("returned")
    expect((await stockOf(owner)).stocked).toBe(handed.stocked + 1)
    await json(part, "returns/poret_unknown", { answer: "accept" }).expect(404)
  })

  it("refuses a return with a reason the buyer reads", async () => {
    const part = await newPart(owner)
    await json(part, "hand-over", { cash: CASH_PAID }).expect(200)
    const id = await askedReturn(part)
    const { order } = (await json(part, `returns/${id}`, { answer: "refuse", note: "Hàng đã dùng" }).expect(200)).body
    expect(order).toMatchObject({ status: "handed_over", returns: [{ status: "refused", answer: "Hàng đã dùng" }] })
    await json(part, `returns/${id}`, { answer: "receive" }).expect(409)
  })

  it("is nothing to another producer, whatever it sends, and to nobody without a login", async () => {
    const part = await newPart(owner)
    const foreign = (path: string, body: object = {}) => as(stranger)("post", path).send(body)
    await as(stranger)("get", at(part)).expect(404)
    for (const act of ["accept", "pack", "unpack", "hand-over", "deliver", "decline", "cancel"]) {
      await foreign(at(part, act)).expect(404)
      await foreign(at(part, act), { reason: "Hết hàng" }).expect(404)
      await http().post(at(part, act)).send({}).expect(401)
      await page(stranger)("post", `/producer/orders/${part.id}/${act}`)
        .type("form")
        .send({ reason: "x y z" })
        .expect(404)
    }
    const id = await askedReturn(part)
    await foreign(at(part, `returns/${id}`), { answer: "accept" }).expect(404)
    await page(stranger)("get", `/producer/orders/${part.id}/returns/${id}`).expect(404)
    await page(stranger)("post", `/producer/orders/${part.id}/returns/${id}`)
      .type("form")
      .send({ answer: "accept" })
      .expect(404)
    await page(stranger)("get", `/producer/orders/${part.id}/cancel`).expect(404)
    // A request of one order is not to be reached through another of the same producer.
    const other = await newPart(owner)
    await json(other, `returns/${id}`, { answer: "accept" }).expect(404)
    expect(await read(part)).toMatchObject({ status: "placed", returns: [{ status: "asked" }] })
  })
})

describe("the list", () => {
  const list = async (query: string) => (await as(owner)("get", `/producers/me/orders${query}`).expect(200)).body

  it("filters by state, number, buyer and day, counts, and pages", async () => {
    const part = await newPart(owner)
    await json(part, "accept").expect(200)
    const { display_no } = await read(part)
    const all = await list("")
    expect(all.counts.all).toBe(all.count)
    const preparing = await list("?status=preparing")
    expect(preparing.count).toBe(all.counts.preparing)
    expect(preparing.orders.every(({ status }: { status: string }) => ["accepted", "packed"].includes(status))).toBe(
      true,
    )
    for (const q of [display_no, `Đơn ${display_no}`]) {
      expect((await list(`?q=${encodeURIComponent(q)}`)).orders).toMatchObject([{ id: part.id }])
    }
    expect((await list("?q=0912345678")).count).toBe(all.count)
    expect((await list(`?q=${encodeURIComponent("chị hà")}`)).count).toBe(all.count)
    expect((await list("?q=%25")).count).toBe(0)
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
    expect((await list(`?from=${today}&to=${today}`)).count).toBe(all.count)
    expect((await list("?to=2020-01-01")).count).toBe(0)
    const [first, second] = [await list("?limit=1"), await list("?limit=1&offset=1")]
    expect([first.orders.length, second.orders.length, first.count]).toEqual([1, 1, all.count])
    expect(first.orders[0].id).not.toBe(second.orders[0].id)
    for (const wrong of ["?status=lost", "?from=hom-qua", "?limit=0", "?limit=1000", "?offset=-1"])
      await as(owner)("get", `/producers/me/orders${wrong}`).expect(400)
  })

  it("shows a producer its own only", async () => {
    expect(await as(stranger)("get", "/producers/me/orders").expect(200)).toMatchObject({
      body: { orders: [], count: 0, counts: { all: 0 } },
    })
    const empty = await page(stranger)("get", "/producer/orders").set("accept-language", "vi").expect(200)
    expect(empty.text).toContain("Chưa có đơn hàng nào")
  })

  it("is a page with tabs, a search and labels to choose, and says so when a search makes no sense", async () => {
    const part = await newPart(owner)
    const { display_no } = await read(part)
    const shown = await page(owner)("get", "/producer/orders?status=new").set("accept-language", "vi").expect(200)
    expect(shown.text).toContain(`Đơn ${display_no}`)
    expect(shown.text).toMatch(/Còn 2\d giờ/)
    expect(shown.text).toContain('aria-current="page"')
    expect(shown.text).toContain(`name="ids" value="${part.id}"`)
    const none = await page(owner)("get", "/producer/orders?q=kh%C3%B4ng-c%C3%B3")
      .set("accept-language", "vi")
      .expect(200)
    expect(none.text).toContain("Không có đơn nào khớp")
    await page(owner)("get", "/producer/orders?from=hom-qua")
      .set("accept-language", "vi")
      .expect(400, /Điều kiện tìm/)
  })
})

describe("the pages of an order", () => {
  it("lead from step to step without script", async () => {
    const part = await newPart(owner)
    expect((await show(part).expect(200)).text).toContain("Nhận đơn")
    await form(part, "accept").expect(303).expect("location", `/producer/orders/${part.id}?done=accept`)
    await page(owner)("get", `/producer/orders/${part.id}?done=accept`).expect(200, /role="status"/)
    await form(part, "pack").expect(303)
    expect((await show(part)).text).toContain("Chưa gói xong, quay lại")
    const unpaid = await form(part, "hand-over").expect(400)
    expect(unpaid.text).toContain("xác nhận đã nhận đủ tiền")
    await form(part, "hand-over", { carrier: "Nhà xe Hoàng Long", tracking_code: "HL1" }).expect(303)
    expect((await show(part)).text).toContain("Nhà xe Hoàng Long")
    await form(part, "deliver", CASH_FORM).expect(303)
    expect((await show(part)).text).toContain("Đơn này đã qua những gì")
    const late = await form(part, "pack").expect(409)
    expect(late.text).toContain("Đơn đang ở bước khác")
    await form(part, "explode").expect(404)
  })

  it("ask before a cancellation, for what and why, and do it once", async () => {
    const part = await newPart(owner, 3)
    const { lines } = await read(part)
    const asked = await page(owner)("get", `/producer/orders/${part.id}/cancel`)
      .set("accept-language", "vi")
      .expect(200)
    const once = asked.text.match(/name="once" value="([^"]+)"/)?.[1]
    expect((await form(part, "cancel", { once }).expect(400)).text).toContain("Xin chọn hoặc viết lý do")
    const some = { once, much: "some", suggested: "Hết hàng" }
    const wrong = await form(part, "cancel", { ...some, [`n_${lines[0].id}`]: "7" }).expect(400)
    expect(wrong.text).toContain('value="7"')
    await form(part, "cancel", { ...some, [`n_${lines[0].id}`]: "0" }).expect(400)
    for (const _ of [1, 2]) await form(part, "cancel", { ...some, [`n_${lines[0].id}`]: "2" }).expect(303)
    expect(await read(part)).toMatchObject({ status: "placed", lines: [{ cancelled: 2, left: 1 }] })
    await form(part, "cancel", { much: "whole", reason: "Mưa to, lò nguội" }).expect(303)
    const gone = await show(part).expect(200)
    expect(gone.text).toContain("Mưa to, lò nguội")
    await page(owner)("get", `/producer/orders/${part.id}/slip.pdf`).expect(409)
    await page(owner)("get", `/producer/orders/${part.id}/cancel`).expect(303)
  })

  it("answer a return", async () => {
    const part = await newPart(owner, 2)
    await form(part, "hand-over", CASH_FORM).expect(303)
    const id = await askedReturn(part)
    const path = `/producer/orders/${part.id}/returns/${id}`
    expect((await show(part)).text).toContain(path)
    const answer = (fields: object) => page(owner)("post", path).set("accept-language", "vi").type("form").send(fields)
    expect((await page(owner)("get", path).set("accept-language", "vi").expect(200)).text).toContain("Bình bị nứt")
    expect((await answer({ answer: "refuse", note: "" }).expect(400)).text).toContain('id="note-error"')
    expect((await answer({ answer: "receive" }).expect(400)).text).toContain('id="restock-error"')
    await answer({ answer: "accept" }).expect(303).expect("location", `/producer/orders/${part.id}?done=return_accept`)
    await answer({ answer: "receive", restock: "yes" }).expect(303)
    expect((await answer({ answer: "refuse", note: "Đổi ý" }).expect(409)).text).toContain("Yêu cầu này đã xong")
    expect((await show(part)).text).toContain("Đã nhận lại hàng")
  })
})

describe("time limits", () => {
  it("remind once, call the helper once, take goods as received, and finish orders", async () => {
    const some = async () => newPart(owner)
    const [soon, late, sent, returned] = [await some(), await some(), await some(), await some()]
    const [untouched, received, asked] = [await some(), await some(), await some()]
    await db().query("update producer set helper_phone = '+84987000111', helper_name = 'Cháu Lan' where id = $1", [
      owner.id,
    ])
    const set = (part: Part, sql: string) => db().query(`update producer_order set ${sql} where id = $1`, [part.id])
    for (const part of [sent, returned, received, asked]) await json(part, "hand-over", { cash: CASH_PAID }).expect(200)
    for (const part of [received, asked]) await json(part, "deliver").expect(200)
    await askedReturn(returned)
    await askedReturn(asked)
    await set(soon, "placed_at = now() - interval '13 hours', answer_by = now() + interval '11 hours'")
    await set(late, "placed_at = now() - interval '25 hours', answer_by = now() - interval '1 hour'")
    await set(sent, "handed_over_at = now() - interval '241 hours'")
    await set(returned, "handed_over_at = now() - interval '241 hours'")
    await set(received, "delivered_at = now() - interval '169 hours'")
    await set(asked, "delivered_at = now() - interval '169 hours'")

    const statusOf = async (part: Part) => (await read(part)).status
    for (let tries = 0; tries < 80 && (await statusOf(received)) !== "completed"; tries++) await pause(1000)
    // Two turns more (the jobs of a shop under test look every three seconds): what must not happen twice had its chance.
    await pause(7_000)
    expect(await Promise.all([sent, returned, received, asked].map(statusOf))).toEqual([
      "delivered",
      "handed_over",
      "completed",
      "delivered",
    ])
    const { rows } = await db().query(
      `select producer_order_id as id, audience, event, sent_at from order_notice
       where event in ('answer_soon', 'answer_late') and producer_order_id = any ($1) order by event desc`,
      [[soon, late, untouched].map(({ id }) => id)],
    )
    expect(rows).toEqual([
      { id: soon.id, audience: "producer", event: "answer_soon", sent_at: expect.any(Date) },
      { id: late.id, audience: "helper", event: "answer_late", sent_at: expect.any(Date) },
    ])
    expect((await read(received)).history.at(-1)).toMatchObject({ act: "complete", by: "system" })
  }, 200_000)
})
