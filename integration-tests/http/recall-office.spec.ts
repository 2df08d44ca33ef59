import { db } from "../harness/shop"
import { as, type Maker, newLot, openKnex, page, twoMakers } from "./helpers/lots"
import { as as asToken, HOME, http, NEIGHBOUR, newOfficial, operatorToken, trailOf } from "./helpers/officials"
import { buyForCash } from "./helpers/orders"
import { stock, variantOfListing } from "./helpers/own-orders"
import { change, copyOrder, declareSource, forgetCopies, type Sold, soldFrom } from "./helpers/recalls"

const pg = openKnex()
let owner: Maker
let other: Maker
let operator: string
let home: string
let neighbour: string
/** Another household's lot, whose goods went into clay, which became pots, of which one was sold. */
let source: { id: string; code: string }
let clay: { id: string; code: string }
let pots: { id: string; code: string }
let sold: Sold

beforeAll(async () => {
  operator = await operatorToken()
  ;[owner, other] = await twoMakers()
  const [here, there] = [
    await newOfficial(operator, "commune", HOME),
    await newOfficial(operator, "commune", NEIGHBOUR),
  ]
  ;[home, neighbour] = [here.token, there.token]
  await db().query("update producer set commune_code = $2 where id = $1", [other.id, NEIGHBOUR])
  await stock(owner, 50)
  ;[source, clay, pots] = [await newLot(other), await newLot(owner), await newLot(owner)]
  await declareSource(clay, source)
  await change(owner, "transformation", [clay], [pots])
  const [part] = await buyForCash([{ variant_id: await variantOfListing(owner.listing), quantity: 1 }])
  if (!part) throw new Error("the order has no part")
  sold = await soldFrom(pg, owner, { part: part.id }, pots)
}, 60_000)
afterAll(async () => {
  await forgetCopies()
  await pg.destroy()
})

const WHY = { reason: "unsafe", detail: "Có mảnh kim loại", advice: "bring_back" }
const PRIVATE = () => [sold.email, "Chị Hà", "912345678", "Đội Cấn"]
const officePage = (token: string) => (method: "get" | "post", path: string) =>
  http()[method](path).redirects(0).set("cookie", `vm_official=${token}`)

describe("tracing", () => {
  it("leads an official from a lot of the area to all orders and inputs, and back from the order", async () => {
    const from_lot = (await asToken(home)("get", `/officials/me/recalls/trace?lot=${clay.code}`).expect(200)).body.trace
    const codes = (lots: { code: string; place: string }[]) => lots.map(({ code, place }) => `${code} ${place}`).sort()
    expect(codes(from_lot.lots)).toEqual([`${source.code} source`, `${clay.code} asked`, `${pots.code} derived`].sort())
    expect(from_lot.changes.map(({ kind }: { kind: string }) => kind).sort()).toEqual(["source", "transformation"])
    expect(from_lot.lines).toMatchObject([{ order_no: sold.no, quantity: 1, lot_code: pots.code }])
    const back = (await asToken(home)("get", `/officials/me/recalls/trace?order=${sold.no}`).expect(200)).body.trace
    expect(codes(back.lots)).toEqual([`${source.code} source`, `${clay.code} source`, `${pots.code} asked`].sort())
    for (const said of PRIVATE()) expect(JSON.stringify([from_lot, back])).not.toContain(said)
  })

  it("shows an official of another area neither the lot nor the order, and how many were sold to nobody outside", async () => {
    await asToken(neighbour)("get", `/officials/me/recalls/trace?lot=${clay.code}`).expect(404)
    await asToken(neighbour)("get", `/officials/me/recalls/trace?order=${sold.no}`).expect(404)
    const { trace } = (await asToken(neighbour)("get", `/officials/me/recalls/trace?lot=${source.code}`).expect(200))
      .body
    expect(trace.lines).toMatchObject([{ order_no: sold.no, quantity: null }])
  })

  it("hands out a file with buyers for a reason only, and notes who had it", async () => {
    const get = (token: string, body: object) => asToken(token)("post", "/officials/me/recalls/trace/csv").send(body)
    await get(home, { lot: clay.code, personal: true }).expect(400)
    await get(home, { lot: clay.code, order: sold.no }).expect(400)
    await get(neighbour, { lot: clay.code }).expect(404)
    const plain = (await get(home, { lot: clay.code }).expect(200)).text
    expect(plain).toContain(sold.no)
    for (const said of PRIVATE()) expect(plain).not.toContain(said)
    const { text, headers } = await get(home, { lot: clay.code, personal: true, reason: "Công văn 12" }).expect(200)
    expect(text).toContain("Chị Hà")
    expect(headers["content-disposition"]).toContain(".csv")
    expect(headers["cache-control"]).toContain("no-store")
    const trail = (await trailOf(clay.id)).filter(({ act }) => act === "read_trace")
    expect(trail.map(({ reason, actor_kind }) => [actor_kind, reason])).toEqual([
      ["official", null],
      ["official", "Công văn 12"],
    ])
    // Of a sale outside its area an official gets no buyer, whatever the reason.
    const far = (await get(neighbour, { lot: source.code, personal: true, reason: "Công văn 13" }).expect(200)).text
    expect(far).toContain(sold.no)
    for (const said of PRIVATE()) expect(far).not.toContain(said)
  })

  it("is a page too, and a file from it", async () => {
    const html = (await officePage(home)("get", `/office/recalls/trace?lot=${clay.code.toLowerCase()}`).expect(200))
      .text
    for (const said of [source.code, pots.code, sold.no]) expect(html).toContain(said)
    await officePage(home)("get", "/office/recalls/trace?lot=&order=").expect(400)
    await officePage(home)("get", "/office/recalls/trace?lot=").expect(200)
    await officePage(neighbour)("get", `/office/recalls/trace?lot=${clay.code}`).expect(404)
    const send = (form: object) => officePage(home)("post", "/office/recalls/trace").type("form").send(form)
    expect((await send({ lot: clay.code, personal: "1" }).expect(400)).text).toContain("xin ghi lý do")
    expect((await send({ order: sold.no }).expect(200)).headers["content-type"]).toContain("text/csv")
  })
})

describe("a recall by an official", () => {
  it("begins from a lot of the area, is followed without the buyers, and is not the household's to lift", async () => {
    await asToken(neighbour)("get", `/officials/me/recalls/preview?lot=${pots.code}`).expect(404)
    await asToken(neighbour)("post", "/officials/me/recalls")
      .send({ lot: pots.code, ...WHY })
      .expect(404)
    const held = await copyOrder(sold, "packed")
    const seen = (await asToken(home)("get", `/officials/me/recalls/preview?lot=${pots.code}`).expect(200)).body
    expect(seen.preview.waiting.map(({ display_no }: { display_no: string }) => display_no)).toContain(held.no)
    await officePage(neighbour)("get", `/office/recalls/new?lot=${pots.code}`).expect(404)
    const first = (await officePage(home)("get", `/office/recalls/new?lot=${pots.code}`).expect(200)).text
    expect(first).toContain("1 đơn đã nhận hàng")
    const send = (form: object) =>
      officePage(home)("post", "/office/recalls/new")
        .type("form")
        .send({ lot: pots.code, ...WHY, ...form })
    const asked = (await send({ act: "ask" }).expect(200)).text
    const key = /name="key" value="([^"]+)"/.exec(asked)?.[1]
    const { headers } = await send({ act: "confirm", key }).expect(303)
    await send({ act: "confirm", key }).expect(303)
    const id = String(/recalls\/(rec_\w+)/.exec(String(headers.location))?.[1])

    const { recall } = (await asToken(home)("get", `/officials/me/recalls/${id}`).expect(200)).body
    expect(recall).toMatchObject({ reason: "unsafe", held: expect.any(Number), lots: 1 })
    expect(recall.held_lines.map(({ display_no }: { display_no: string }) => display_no)).toContain(held.no)
    expect(recall.reached).toMatchObject([{ numbers: [sold.no] }])
    for (const said of PRIVATE()) expect(JSON.stringify(recall)).not.toContain(said)
    await asToken(neighbour)("get", `/officials/me/recalls/${id}`).expect(404)
    await asToken(neighbour)("post", `/officials/me/recalls/${id}/lift`).send({ reason: "Không sao" }).expect(404)
    await officePage(neighbour)("get", `/office/recalls/${id}`).expect(404)
    await officePage(neighbour)("post", `/office/recalls/${id}`)
      .type("form")
      .send({ lift_reason: "Không sao" })
      .expect(404)
    const list = (await officePage(home)("get", "/office/recalls").expect(200)).text
    expect(list).toContain(pots.code)
    expect((await officePage(neighbour)("get", "/office/recalls").expect(200)).text).not.toContain(pots.code)

    // The household is told, sees it and cannot undo it.
    const own = (await page(owner)("get", `/producer/lots/${pots.id}/recall`).expect(200)).text
    expect(own).toContain("Bạn không gỡ được")
    const lift = () => as(owner)("post", `/producers/me/lots/${pots.id}/recall/lift`).send({ reason: "Không sao" })
    expect((await lift()).status).toBe(400)
    const { rows } = await db().query("select audience, producer_id from lot_recall_reach where recall_id = $1", [id])
    expect(rows).toContainEqual({ audience: "producer", producer_id: owner.id })
    await officePage(home)("post", `/office/recalls/${id}`).type("form").send({ lift_reason: "" }).expect(400)
    await officePage(home)("post", `/office/recalls/${id}`).type("form").send({ lift_reason: "Đã thử lại" }).expect(303)
    const after = (await asToken(home)("get", `/officials/me/recalls/${id}`).expect(200)).body.recall
    expect(after.lifted).toMatchObject({ reason: "Đã thử lại" })
  }, 30_000)
})

describe("the operator", () => {
  it("recalls any lot, sees whom to call and notes the call; nobody else does", async () => {
    const asOperator = asToken(operator)
    const { body } = await asOperator("post", "/admin/recalls")
      .send({ lot: pots.code, ...WHY })
      .expect(201)
    const { id, reached } = body.recall
    expect(reached).toMatchObject([{ numbers: [sold.no], name: "Chị Hà", email: sold.email }])
    const called = (token: string) =>
      asToken(token)("post", `/admin/recalls/${id}/called`).send({ reach_id: reached[0].id, note: "Khách đã bỏ" })
    await called(home).expect(401)
    await called(owner.token).expect(401)
    expect((await called(operator).expect(200)).body.recall.reached[0].called_note).toBe("Khách đã bỏ")
    expect((await asOperator("get", "/admin/recalls").expect(200)).body.recalls).toContainEqual(
      expect.objectContaining({ id, lot_code: pots.code }),
    )
    await asToken(home)("post", `/officials/me/recalls/${id}/lift`).send({ reason: "Không sao" }).expect(400)
    await asOperator("post", `/admin/recalls/${id}/lift`).send({ reason: "Nhầm lô" }).expect(200)
    await asOperator("get", `/admin/recalls/trace?order=${sold.no}`).expect(200)
    expect(
      (
        await asOperator("post", "/admin/recalls/trace/csv")
          .send({ lot: pots.code, personal: true, reason: "Sở yêu cầu" })
          .expect(200)
      ).text,
    ).toContain("Chị Hà")
  })
})
