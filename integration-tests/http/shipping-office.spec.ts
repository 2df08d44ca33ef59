import { randomUUID } from "node:crypto"
import { db } from "../harness/shop"
import { as, HOME, http, NEIGHBOUR, newOfficial, operatorToken } from "./helpers/officials"

const day = (ahead: number) => new Date(Date.now() + (7 + ahead * 24) * 3600_000).toISOString().slice(0, 10)

let operator: ReturnType<typeof as>
let home: { token: string }
let province: { token: string }
let elsewhere: { token: string }
beforeAll(async () => {
  const token = await operatorToken()
  operator = as(token)
  home = await newOfficial(token, "commune", HOME)
  province = await newOfficial(token, "province", "37")
  elsewhere = await newOfficial(token, "commune", NEIGHBOUR)
})

describe("the operator's shipping rates", () => {
  const rate = {
    ...{ area: "nationwide", means: "parcel", over_grams: 0, to_grams: 700, price: 31_000, per_kg: 0 },
    ...{ valid_from: day(1), basis: "Bảng giá bưu điện tháng 12" },
  }
  const preview = async (on: string) =>
    (await operator("get", `/admin/shipping-rates/preview?from=13834&to=25747&grams=600&day=${on}`).expect(200)).body

  it("take a row from tomorrow on, which changes today's price by nothing and tomorrow's at once", async () => {
    const before = await preview(day(0))
    const price = 20_000 + Math.floor(Math.random() * 10_000)
    const { body } = await operator("post", "/admin/shipping-rates")
      .send({ ...rate, price })
      .expect(201)
    expect(await preview(day(0))).toEqual(before)
    expect(await preview(day(1))).toMatchObject({
      ...{ area: "nationwide", from: "Xã Vũ Dương" },
      price: { ok: true, amount: price, rate_id: body.shipping_rate.id },
    })
    const { body: list } = await operator("get", "/admin/shipping-rates").expect(200)
    expect(list.future.map(({ id }: { id: string }) => id)).toContain(body.shipping_rate.id)
    expect(list.in_force.map(({ id }: { id: string }) => id)).toContain(before.price.rate_id)
    const { rows } = await db().query("select act, actor_kind, reason from audit_entry where subject_id = $1", [
      body.shipping_rate.id,
    ])
    expect(rows).toEqual([{ act: "create", actor_kind: "operator", reason: rate.basis }])
  })

  it("put a slip right by another row of the same day: the later entered counts", async () => {
    await operator("post", "/admin/shipping-rates")
      .send({ ...rate, valid_from: day(3), price: 310_000 })
      .expect(201)
    await operator("post", "/admin/shipping-rates")
      .send({ ...rate, valid_from: day(3), price: 31_500 })
      .expect(201)
    expect((await preview(day(3))).price.amount).toBe(31_500)
  })

  it.each<[string, object]>([
    ["begins today", { valid_from: day(0) }],
    ["began before", { valid_from: day(-30) }],
    ["ends before it begins", { valid_to: day(0) }],
    ["has no width", { to_grams: 0, over_grams: 0 }],
    ["is a fraction of a đồng", { price: 30_000.5 }],
    ["costs less than nothing", { price: -1 }],
    ["is for nowhere", { area: "moon" }],
    ["says not why", { basis: "" }],
    ["is no day", { valid_from: "2027-02-30" }],
  ])("refuse a row that %s", async (_, wrong) => {
    const { rows: before } = await db().query("select count(*)::int as n from shipping_rate")
    await operator("post", "/admin/shipping-rates")
      .send({ ...rate, ...wrong })
      .expect(400)
    const { rows: after } = await db().query("select count(*)::int as n from shipping_rate")
    expect(after).toEqual(before)
  })

  it("say of a heavy piece that it has no price", async () => {
    const { body } = await operator("get", "/admin/shipping-rates/preview?from=13834&to=13834&grams=300001").expect(200)
    expect(body.price).toEqual({ ok: false, why: "too_heavy" })
    await operator("get", "/admin/shipping-rates/preview?from=13834&to=99999&grams=1").expect(400)
  })
})

describe("collection points", () => {
  const point = (commune_code: string) => ({
    ...{ commune_code, name: `Nhà văn hoá ${randomUUID().slice(0, 8)}`, address: "Xóm 3", opening_hours: "7–17 giờ" },
  })
  const path = "/officials/me/collection-points"
  const idsOf = async (token: string) => {
    const { body } = await as(token)("get", path).expect(200)
    return body.collection_points.map(({ id }: { id: string }) => id) as string[]
  }

  it("are kept by the officials of the area, and by nobody else's", async () => {
    const { body } = await as(home.token)("post", path).send(point(HOME)).expect(201)
    const { id } = body.collection_point
    expect(await idsOf(home.token)).toContain(id)
    expect(await idsOf(province.token)).toContain(id)
    expect(await idsOf(elsewhere.token)).not.toContain(id)
    await as(elsewhere.token)("post", `${path}/${id}`).send({ name: "Của tôi" }).expect(404)
    await as(elsewhere.token)("post", path).send(point(HOME)).expect(400)
    await as(home.token)("post", path).send(point("00004")).expect(400)
    await as(province.token)("post", `${path}/${id}`).send({ active: false }).expect(200)
    const { rows } = await db().query("select name, active, commune_code from collection_point where id = $1", [id])
    expect(rows[0]).toEqual({ name: body.collection_point.name, active: false, commune_code: HOME })
    const { rows: acts } = await db().query(
      "select act, actor_kind from audit_entry where subject_id = $1 order by created_at",
      [id],
    )
    expect(acts).toEqual([
      { act: "create", actor_kind: "official" },
      { act: "change", actor_kind: "official" },
    ])
  })

  it("do not move to another commune with a change", async () => {
    const { body } = await as(home.token)("post", path).send(point(HOME)).expect(201)
    await as(home.token)("post", `${path}/${body.collection_point.id}`)
      .send({ commune_code: NEIGHBOUR, name: "Bưu điện" })
      .expect(200)
    const { rows } = await db().query("select commune_code, name from collection_point where id = $1", [
      body.collection_point.id,
    ])
    expect(rows[0]).toEqual({ commune_code: HOME, name: "Bưu điện" })
  })

  it("are kept by the operator everywhere", async () => {
    const { body } = await operator("post", "/admin/collection-points").send(point("00004")).expect(201)
    await operator("post", `/admin/collection-points/${body.collection_point.id}`).send({ active: false }).expect(200)
    await operator("post", "/admin/collection-points/cpt_none").send({ active: false }).expect(404)
    await operator("post", "/admin/collection-points").send(point("99999")).expect(400)
  })

  it("are written and closed on the office's page, which says what is wrong", async () => {
    const form = (method: "get" | "post", to: string) => http()[method](to).set("cookie", `vm_official=${home.token}`)
    const wrong = await form("post", "/office/collection-points").type("form").send({ name: "N", commune_code: HOME })
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain("Xin ghi tên điểm")
    const fields = point(HOME)
    const foreign = await form("post", "/office/collection-points")
      .type("form")
      .send({ ...fields, commune_code: NEIGHBOUR })
    expect(foreign.status).toBe(400)
    await form("post", "/office/collection-points").type("form").send(fields).expect(303)
    const list = await form("get", "/office/collection-points").expect(200)
    expect(list.text).toContain(fields.name)
    const { rows } = await db().query("select id from collection_point where name = $1", [fields.name])
    const at = `/office/collection-points/${rows[0].id}`
    await form("post", at)
      .type("form")
      .send({ ...fields, active: "no" })
      .expect(303)
    const { rows: closed } = await db().query("select active from collection_point where id = $1", [rows[0].id])
    expect(closed[0].active).toBe(false)
    await http().get(at).set("cookie", `vm_official=${elsewhere.token}`).expect(404)
  })
})
