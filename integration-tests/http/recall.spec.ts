import { randomUUID } from "node:crypto"
import { allocateLots } from "../../plugins/village-market/src/modules/traceability/lots/allocate-lots"
import { recallOfLot } from "../../plugins/village-market/src/modules/traceability/recall/read-recalls"
import { db } from "../harness/shop"
import { asBuyer, keyOf, messagesAbout, until } from "./helpers/buyer"
import { as, type Maker, newLot, openKnex, page, twoMakers } from "./helpers/lots"
import { buyForCash } from "./helpers/orders"
import { stock, stockOf, variantOfListing } from "./helpers/own-orders"
import { messagesTo } from "./helpers/phone-login"
import { change, copyOrder, declareSource, forgetCopies, reachOf, sentFor, soldFrom, someLots } from "./helpers/recalls"
import { http } from "./helpers/shop"

const pg = openKnex()
let owner: Maker
let other: Maker

/** One real order of both, its two parts waiting; all other orders are copies of it. */
let waiting: Record<"mine" | "theirs", { id: string; part: string; order_id: string; line: string }>

beforeAll(async () => {
  ;[owner, other] = await twoMakers()
  await Promise.all([stock(owner, 100), stock(other, 100)])
  const variants = await Promise.all([owner, other].map(({ listing }) => variantOfListing(listing)))
  const parts = await buyForCash(variants.map((variant_id) => ({ variant_id, quantity: 1 })))
  const of = async (maker: Maker) => {
    const part = parts.find(({ producer_id }) => producer_id === maker.id)
    if (!part) throw new Error("the order has no part of a maker")
    const { rows } = await db().query("select id from producer_order_line where producer_order_id = $1", [part.id])
    return { ...part, part: part.id, line: String(rows[0].id) }
  }
  waiting = { mine: await of(owner), theirs: await of(other) }
}, 60_000)
afterAll(async () => {
  await forgetCopies()
  await pg.destroy()
})

const handOver = (maker: Maker, part: { id: string }, body: object) =>
  as(maker)("post", `/producers/me/orders/${part.id}/hand-over`).send({ carrier: "Xe nhà", ...body })

const WHY = { reason: "contaminated", detail: "Mẫu thử có chì", advice: "stop_and_call" }
const recall = (maker: Maker, lot: { id: string }, body: object = WHY) =>
  as(maker)("post", `/producers/me/lots/${lot.id}/recall`).send(body)
const statusOf = async (lots: { id: string }[]) =>
  (await db().query("select id, status from lot where id = any($1)", [lots.map(({ id }) => id)])).rows as {
    id: string
    status: string
  }[]
const toldAll = (id: string) =>
  until(async () => {
    const reach = await reachOf(id)
    return reach.length > 0 && reach.every(({ state }) => state !== "to_send") && reach
  })
const allocate = (lot: { id: string }, quantity = 1) =>
  allocateLots(pg, {
    producer_id: owner.id,
    allocations: [{ producer_order_line_id: randomUUID(), lot_id: lot.id, quantity }],
  })

describe("a recall", () => {
  it("reaches everybody who got of the lot through split, merge, transformation and another household, once each, though the first messages fail", async () => {
    const [raw, half, rest, glaze, fired, boxed, apart] = await someLots(owner, 7)
    if (!raw || !half || !rest || !glaze || !fired || !boxed || !apart) throw new Error("lots are missing")
    const theirs = await newLot(other)
    await change(owner, "split", [raw], [half, rest])
    await change(owner, "merge", [half, glaze], [fired])
    await change(owner, "transformation", [fired], [boxed])
    await declareSource(theirs, boxed)
    const sold = await Promise.all([rest, fired, boxed].map((lot) => soldFrom(pg, owner, waiting.mine, lot)))
    const far = await soldFrom(pg, other, waiting.theirs, theirs)
    const unconcerned = await soldFrom(pg, owner, waiting.mine, apart)
    const before = await stockOf(owner)

    const seen = (await as(owner)("get", `/producers/me/lots/${raw.id}/recall`).expect(200)).body
    expect(seen.preview).toMatchObject({ other_households: 1, buyers: { email: 3, sms: 0, no_contact: 0 } })
    expect(seen.preview.lots).toHaveLength(5)
    expect(seen.preview.waiting.map(({ part_id }: { part_id: string }) => part_id)).toEqual([waiting.mine.id])

    // The mail server takes nothing for one of them.
    const [broken] = sold
    await db().query(`create or replace function no_mail_${owner.id}() returns trigger language plpgsql as $$
      begin raise exception 'the mail server is down'; end $$`)
    await db().query(`create trigger no_mail_${owner.id} before insert on notification for each row
      when (new."to" = '${broken?.email}') execute function no_mail_${owner.id}()`)
    const { body } = await recall(owner, raw).expect(201)
    const id: string = body.recall.id
    expect((await statusOf([raw, half, rest, fired, boxed, theirs])).map(({ status }) => status)).toEqual(
      Array.from({ length: 6 }, () => "recalled"),
    )
    expect((await statusOf([glaze, apart])).map(({ status }) => status)).toEqual(["active", "active"])
    // Ten of each of five lots, less the three that were sold and six that were used up in the changes.
    expect((await stockOf(owner)).stocked).toBe(before.stocked - (50 - 3 - 6))

    const failed = await until(async () => (await reachOf(id)).find(({ tries }) => tries > 0))
    expect(failed).toMatchObject({ order_id: broken?.order_id, state: "to_send" })
    await db().query(`drop trigger no_mail_${owner.id} on notification; drop function no_mail_${owner.id}()`)
    await db().query("update lot_recall_reach set next_try_at = now() where id = $1", [failed.id])

    const reach = await toldAll(id)
    const buyers = reach.filter(({ audience }) => audience === "buyer")
    expect(buyers.map(({ order_id }) => order_id).sort()).toEqual([...sold, far].map(({ order_id }) => order_id).sort())
    expect(buyers.every(({ state, channel }) => state === "sent" && channel === "email")).toBe(true)
    expect(reach.filter(({ audience }) => audience === "producer").map(({ producer_id }) => producer_id)).toEqual([
      other.id,
    ])
    const letters = (await sentFor(id)).filter(({ channel }) => channel === "email")
    expect(letters.map(({ to }) => to).sort()).toEqual([...sold, far].map(({ email }) => email).sort())
    expect((await messagesAbout(unconcerned.order_id)).join()).not.toContain("đừng dùng")
    const texts = (await messagesAbout(far.order_id)).filter((text) => text.includes("đừng dùng"))
    expect(texts).toHaveLength(1)
    expect(texts[0]).toContain("Mẫu thử có chì")
    expect((await messagesTo(other.phone)).join()).toContain(`lô ${theirs.code} của bạn có dùng lô ${raw.code}`)

    // The household sees its own buyers and not the other's.
    const mine = (await as(owner)("get", `/producers/me/lots/${raw.id}/recall`).expect(200)).body.recall
    expect(mine.reached.map(({ order_id }: { order_id: string }) => order_id).sort()).toEqual(
      sold.map(({ order_id }) => order_id).sort(),
    )
    expect(JSON.stringify(mine)).not.toContain(far.email)
    expect(mine.reach.sent).toBe(3)
    const hers = (await as(other)("get", `/producers/me/lots/${theirs.id}/recall`).expect(200)).body.recall
    expect(hers.reached.map(({ order_id }: { order_id: string }) => order_id)).toEqual([far.order_id])

    expect(await recallOfLot(pg, boxed.id)).toMatchObject({ reason: "contaminated", advice: "stop_and_call" })
    expect(await recallOfLot(pg, apart.id)).toBeUndefined()

    // What has not left is held until it comes from another lot, or the household says that it does.
    const { mine: part, theirs: hers_too } = waiting
    expect((await handOver(owner, part, {}).expect(409)).body.message).toContain(boxed.code)
    await handOver(owner, part, { lots: [{ line_id: part.line, lot_id: boxed.id }] }).expect(409)
    const html = (await page(owner)("get", `/producer/orders/${part.id}`).expect(200)).text
    expect(html).toContain(boxed.code)
    expect(html).toContain("Đừng giao hàng của lô ấy")
    await handOver(owner, part, { lots: [{ line_id: part.line, lot_id: apart.id }] }).expect(200)
    await handOver(other, hers_too, {}).expect(409)
    await handOver(other, hers_too, { not_recalled: [hers_too.line] }).expect(200)
    const { rows } = await db().query(
      "select released_by from lot_recall_hold where recall_id = $1 and producer_order_line_id = any($2) order by 1",
      [id, [part.line, hers_too.line]],
    )
    expect(rows.map(({ released_by }) => released_by)).toEqual(["other_lot", "stated"])

    // A buyer's page says so on the part, and on no other.
    await recall(owner, apart, { ...WHY, reason: "mislabelled" }).expect(201)
    const key = await keyOf(part.order_id)
    const order = (await asBuyer(part.order_id, key)("get").expect(200)).body
    expect(JSON.stringify(order).match(/mislabelled/g)).toHaveLength(1)
    const order_page = (await http().get(`/market/orders/${part.order_id}?key=${key}`).expect(200)).text
    expect(order_page.match(/Xin đừng dùng hàng này/g)).toHaveLength(1)
  }, 60_000)

  it("and taking from its lots are one after the other: what was taken is counted, afterwards nothing is", async () => {
    const lots = await someLots(owner, 4)
    const [root] = lots
    if (!root) throw new Error("lots are missing")
    await change(owner, "split", [root], lots.slice(1))
    let stopped = false
    const taken = new Map<string, number>()
    const takers = lots.flatMap((lot) =>
      [1, 2].map(async () => {
        while (!stopped) {
          try {
            await allocate(lot)
            taken.set(lot.id, (taken.get(lot.id) ?? 0) + 1)
          } catch {
            if ((await statusOf([lot]))[0]?.status === "recalled") return
          }
        }
      }),
    )
    const id: string = (await recall(owner, root).expect(201)).body.recall.id
    const late = await Promise.allSettled(lots.map((lot) => allocate(lot)))
    stopped = true
    await Promise.all(takers)
    expect(late.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected", "rejected"])
    const { rows } = await db().query(
      "select lot_id, quantity_left::float8 as left from lot_recall_lot where recall_id = $1",
      [id],
    )
    const used = (lot: string) => (lot === root.id ? 2 : 0)
    for (const { lot_id, left } of rows)
      expect([lot_id, left]).toEqual([lot_id, 10 - used(lot_id) - (taken.get(lot_id) ?? 0)])
    expect(rows).toHaveLength(4)
  }, 60_000)

  it("is one however often it is asked for", async () => {
    const lot = await newLot(owner)
    const key = randomUUID()
    const same = () => recall(owner, lot).set("idempotency-key", key)
    const answers = await Promise.all([same(), same(), same()])
    expect(new Set(answers.map(({ body }) => body.recall.id)).size).toBe(1)
    await recall(owner, lot).expect(409)
    const elsewhere = await newLot(owner)
    await recall(owner, elsewhere).set("idempotency-key", key).expect(409)
  })

  it("takes in what is declared afterwards", async () => {
    const lot = await newLot(owner)
    const id: string = (await recall(owner, lot).expect(201)).body.recall.id
    const late = await newLot(other)
    await declareSource(late, lot)
    await until(async () => (await statusOf([late]))[0]?.status === "recalled")
    await until(async () =>
      (await reachOf(id)).some(({ producer_id, state }) => producer_id === other.id && state === "sent"),
    )
  })
})

describe("its end", () => {
  it("puts the lots and the stock back, frees what was held and tells everybody again, once", async () => {
    const [lot, part] = [await newLot(owner), await newLot(owner)]
    await change(owner, "split", [lot], [part])
    const sold = await soldFrom(pg, owner, waiting.mine, part)
    const held = await copyOrder(waiting.mine, "packed")
    const before = await stockOf(owner)
    const id: string = (await recall(owner, lot).expect(201)).body.recall.id
    await toldAll(id)
    const lift = (maker: Maker) =>
      as(maker)("post", `/producers/me/lots/${lot.id}/recall/lift`).send({ reason: "Thử lại đạt" })
    await lift(other).expect(404)
    await lift(owner).expect(200)
    await lift(owner).expect(404)
    expect((await statusOf([lot, part])).map(({ status }) => status)).toEqual(["active", "active"])
    expect(await stockOf(owner)).toEqual(before)
    expect((await allocate(part)).length).toBe(1)
    const { rows } = await db().query("select id from lot_recall where recall_id = $1", [id])
    const again = await toldAll(rows[0].id)
    expect(again).toMatchObject([{ order_id: sold.order_id, state: "sent" }])
    expect((await messagesAbout(sold.order_id)).filter((text) => text.includes("đã được gỡ"))).toHaveLength(1)
    const { rows: holds } = await db().query(
      "select released_by from lot_recall_hold where recall_id = $1 and producer_order_line_id = $2",
      [id, held.line],
    )
    expect(holds).toEqual([{ released_by: "lifted" }])
    await expect(db().query("delete from lot_recall where id = $1", [id])).rejects.toThrow(/append-only/)
  }, 60_000)
})

describe("a buyer without an address", () => {
  it("is listed to be called, and the call is noted by whom it concerns only", async () => {
    const lot = await newLot(owner)
    const sold = await soldFrom(pg, owner, waiting.mine, lot)
    await db().query("update producer_order set channel = 'stall', buyer_email = null where order_id = $1", [
      sold.order_id,
    ])
    const id: string = (await recall(owner, lot).expect(201)).body.recall.id
    const [one] = await reachOf(id)
    expect(one).toMatchObject({ state: "no_contact", order_id: sold.order_id })
    const html = (await page(owner)("get", `/producer/lots/${lot.id}/recall`).expect(200)).text
    expect(html).toContain("Không có cách báo qua máy")
    const called = (maker: Maker, reach_id: unknown) =>
      as(maker)("post", `/producers/me/lots/${lot.id}/recall/called`).send({ reach_id })
    await called(other, one?.id).expect(404)
    await called(owner, "rch_none").expect(404)
    await called(owner, one?.id).expect(200)
    expect((await reachOf(id))[0]?.called_by).toBe(owner.name)
  }, 60_000)
})

describe("the page of a household", () => {
  it("shows what it will touch, asks once, and recalls by the second form", async () => {
    const lot = await newLot(owner)
    const at = `/producer/lots/${lot.id}/recall`
    const first = (await page(owner)("get", at).expect(200)).text
    expect(first).toContain("1 lô ngừng bán")
    const send = (form: object) => page(owner)("post", at).type("form").send(form).redirects(0)
    expect((await send({ act: "ask", reason: "other" }).expect(400)).text).toContain("Xin chọn điều người mua cần làm")
    const asked = (await send({ act: "ask", ...WHY }).expect(200)).text
    expect((await statusOf([lot]))[0]?.status).toBe("active")
    const key = /name="key" value="([^"]+)"/.exec(asked)?.[1]
    await send({ act: "confirm", key, ...WHY }).expect(303)
    await send({ act: "confirm", key, ...WHY }).expect(303)
    expect((await statusOf([lot]))[0]?.status).toBe("recalled")
    expect((await page(owner)("get", `/producer/lots/${lot.id}`).expect(200)).text).toContain("đang bị thu hồi")
    await page(other)("get", at).expect(404)
    await http().get(at).redirects(0).expect(303)
    expect((await send({ act: "lift", lift_reason: "" }).expect(400)).text).toContain("vì sao gỡ")
    await send({ act: "lift", lift_reason: "Đã thử lại" }).expect(303)
    expect((await statusOf([lot]))[0]?.status).toBe("active")
  })
})
