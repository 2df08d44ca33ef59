import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { claimNotice, markNoticeSent, putNoticeOff } from "../../plugins/village-market/src/modules/trade/outbox"
import { db } from "../harness/shop"
import { asBuyer, buyFrom, keyOf, type Maker, maker, messagesAbout, until } from "./helpers/buyer"
import { openKnex } from "./helpers/lots"
import type { Part } from "./helpers/orders"
import { http } from "./helpers/shop"

let makers: [Maker, Maker]
let knex: Knex
beforeAll(async () => {
  knex = openKnex()
  makers = [await maker(70_000), await maker(40_000)]
}, 60_000)
afterAll(() => knex.destroy())

const bought = async (means: "cash" | "vnpay") => (await buyFrom(makers, 1, means)) as [Part, Part]
const noticeOf = async (id: string) => (await db().query("select * from order_notice where id = $1", [id])).rows[0]
const sent = (id: string) => until(async () => (await noticeOf(id))?.sent_at && noticeOf(id))

/** Waits for a message about an order that says all of this. */
const told = (orderId: string, ...words: string[]) =>
  until(async () => (await messagesAbout(orderId)).find((text) => words.every((word) => text.includes(word))))

async function insertNotice(part: Part, id: string, event: string, tries = 0, audience = "buyer") {
  await db().query(
    `insert into order_notice (id, producer_order_id, order_id, audience, event, tries) values ($1, $2, $3, $4, $5, $6)`,
    [id, part.id, part.order_id, audience, event, tries],
  )
}

describe("what people are told", () => {
  it("follows an order from the basket to the money's way back, each thing once", async () => {
    const [a, b] = await bought("vnpay")
    const as = asBuyer(a.order_id, await keyOf(a.order_id))
    await told(a.order_id, "ha@example.vn", "đã được nhận", "đã trả qua VNPay")
    const asMaker = makers[0].as
    await asMaker("post", `/producers/me/orders/${a.id}/hand-over`)
      .send({ carrier: "Viettel Post", tracking_code: "VT9" })
      .expect(200)
    await told(a.order_id, "đã gửi hàng", "Viettel Post", "VT9")
    await as("post", `/parts/${a.id}/received`).expect(200)
    await told(a.order_id, "đã giao xong", "xin trả được tới hết ngày")
    await as("post", `/parts/${b.id}/cancel`).send({ reason: "Đặt nhầm" }).expect(200)
    await told(a.order_id, "Theo yêu cầu của bạn", "được trả lại qua VNPay")
    expect((await messagesAbout(a.order_id)).filter((text) => /đã hoàn/i.test(text))).toEqual([])
    // The producer of the cancelled part hears of it by SMS, by its own page's address.
    const { text } = await http().get("/demo/messages").expect(200)
    expect(text).toContain(`/producer/orders/${b.id}`)
    expect(text).toMatch(/khách đã hủy 1 cái[^<]*Xin đừng gửi/)
    const { rows } = await db().query(
      `select n.id, count(m.id)::int as messages from order_notice n
       left join notification m on m.idempotency_key = n.id or m.idempotency_key like n.id || ':%' and m.idempotency_key not like n.id || ':%:%'
       where n.order_id = $1 and n.sent_at is not null group by n.id`,
      [a.order_id],
    )
    expect(rows.length).toBeGreaterThanOrEqual(6)
    expect(rows.filter(({ messages }) => messages !== 1)).toEqual([])
  }, 90_000)

  it("reaches the phone of a buyer without e-mail", async () => {
    const [a] = await bought("cash")
    await db().query("update producer_order set buyer_email = null where order_id = $1", [a.order_id])
    await insertNotice(a, `${a.id}:test:sms`, "part_accepted")
    await sent(`${a.id}:test:sms`)
    const text = await told(a.order_id, "đang chuẩn bị hàng")
    expect(text).toContain("0912 345 678")
    expect(text).toMatch(/Chợ làng nghề: .* Xem: /)
  }, 60_000)

  it("reaches the phone where the e-mail address takes nothing", async () => {
    const [a] = await bought("cash")
    await insertNotice(a, `${a.id}:test:bounced`, "part_accepted", 3)
    await sent(`${a.id}:test:bounced`)
    expect(await told(a.order_id, "đang chuẩn bị hàng")).toContain("0912 345 678")
  }, 60_000)
})

describe("the outbox", () => {
  it("tries again what failed, and sends it once", async () => {
    const [a] = await bought("cash")
    const id = `${a.id}:test:again`
    await insertNotice(a, id, "nobody_knows_how_to_say_this")
    const failed = await until(async () => {
      const row = await noticeOf(id)
      return row.tries === 1 && row
    })
    expect(failed.last_error).toContain("nobody knows")
    expect(failed.next_try_at.getTime()).toBeGreaterThan(Date.now() + 20_000)
    await db().query("update order_notice set event = 'part_accepted', next_try_at = now() where id = $1", [id])
    await sent(id)
    const texts = (await messagesAbout(a.order_id)).filter((text) => text.includes("đang chuẩn bị hàng"))
    expect(texts).toHaveLength(1)
  }, 60_000)

  it("gives a message to one sender only, however many ask", async () => {
    const [a] = await bought("cash")
    const ids = Array.from({ length: 40 }, (_, n) => `${a.id}:test:many:${n}`)
    for (const id of ids) await insertNotice(a, id, "nobody_knows_how_to_say_this", 0, "helper")
    const takeAll = async () => {
      const taken: string[] = []
      for (let notice = await claimNotice(knex); notice; notice = await claimNotice(knex)) taken.push(notice.id)
      return taken
    }
    const ours = (await Promise.all(Array.from({ length: 8 }, takeAll))).flat().filter((id) => ids.includes(id))
    const { rows } = await db().query("select id from order_notice where id = any($1) and tries > 0", [ids])
    const theShops = rows.map(({ id }) => id)
    expect(new Set(ours).size).toBe(ours.length)
    expect(ours.filter((id) => theShops.includes(id))).toEqual([])
    expect(ours.length + theShops.length).toBe(ids.length)
    await db().query("delete from order_notice where id = any($1)", [ids])
  }, 60_000)

  it("waits longer after each failure and gives up what is no news any more", async () => {
    const [a] = await bought("cash")
    const id = `${a.id}:test:late`
    await insertNotice(a, id, "part_accepted", 2)
    await sent(id)
    await db().query("update order_notice set sent_at = null, next_try_at = now() + interval '1 hour' where id = $1", [
      id,
    ])
    const notice = { ...(await noticeOf(id)), tries: 4 }
    await putNoticeOff(knex, notice, "the gateway is down")
    const later = await noticeOf(id)
    expect(later.tries).toBe(5)
    expect(Math.round((later.next_try_at.getTime() - Date.now()) / 10_000)).toBe(48)
    await db().query("update order_notice set created_at = now() - interval '4 days' where id = $1", [id])
    await putNoticeOff(knex, later, "the gateway is down")
    expect(await noticeOf(id)).toMatchObject({ next_try_at: null, sent_at: null, tries: 6 })
  }, 60_000)

  it("marks a producer's part as told when its first message is on its way, and not before", async () => {
    const [a] = await bought("cash")
    await db().query("update producer_order set notified_at = null where id = $1", [a.id])
    const notice = await noticeOf(`${a.id}:producer:part_placed`)
    await markNoticeSent(knex, { ...notice, event: "part_cancelled" })
    const at = async () =>
      (await db().query("select notified_at from producer_order where id = $1", [a.id])).rows[0].notified_at
    expect(await at()).toBeNull()
    await markNoticeSent(knex, notice)
    expect(await at()).not.toBeNull()
  }, 60_000)
})
