import { randomUUID } from "node:crypto"
import request from "supertest"
import { db } from "../harness/shop"
import { count, fields, inStore, type Keeper, keeper, post } from "./helpers/listings"
import { BASE } from "./helpers/phone-login"

let owner: Keeper
let another: Keeper

beforeAll(async () => {
  ;[owner, another] = [await keeper(), await keeper()]
})

const levelsOf = async (product_id: string) => {
  const { rows } = await db().query(
    `select l.location_id, l.stocked_quantity::int as stocked, p.id as producer_id
     from product_variant v
     join product_variant_inventory_item i on i.variant_id = v.id
     join inventory_level l on l.inventory_item_id = i.inventory_item_id and l.deleted_at is null
     left join producer p on p.stock_location_id = l.location_id
     where v.product_id = $1`,
    [product_id],
  )
  return rows
}

const actsOn = async (id: string) => {
  const { rows } = await db().query(
    "select act, actor_kind from audit_entry where subject_id = $1 order by created_at",
    [id],
  )
  return rows.map(({ act, actor_kind }) => `${actor_kind} ${act}`)
}

describe("posting", () => {
  it("makes one product for sale, its price in whole đồng and its stock at the producer's own place only", async () => {
    const listing = await post(owner, { title: "Bình gốm men lam", material: " đất sét " })
    expect(listing).toMatchObject({
      ...{ title: "Bình gốm men lam", price: 250_000, stock: 7, unit: "cái", weight_grams: 900, material: "đất sét" },
      ...{ hidden: false, published: true, vsic_version: "2025", ocop_status: "none", photos: [] },
    })
    expect(listing.handle).toMatch(/^binh-gom-men-lam-/)
    const product = await inStore(listing.product_id)
    expect(product.variants).toHaveLength(1)
    expect(product.variants[0].calculated_price.calculated_amount).toBe(250_000)
    expect(await levelsOf(listing.product_id)).toEqual([
      { location_id: expect.any(String), stocked: 7, producer_id: owner.id },
    ])
  })

  it("gives a producer one stock location and one shipping profile, however many products come at once", async () => {
    const fresh = await keeper()
    const made = await Promise.all(Array.from({ length: 4 }, () => post(fresh)))
    const levels = (await Promise.all(made.map(({ product_id }) => levelsOf(product_id)))).flat()
    expect(new Set(levels.map(({ location_id }) => location_id)).size).toBe(1)
    const { rows } = await db().query("select count(*)::int as n from shipping_profile where name like $1", [
      `%${fresh.id}%`,
    ])
    expect(rows[0].n).toBe(1)
  })

  it("files it under the class of its shelf, or of its village where that fits the shelf", async () => {
    const { rows } = await db().query(
      `select v.id as village, c.id as category, code from craft_village v
       cross join lateral unnest(v.vsic_codes) code join category c on code = any (c.vsic_codes) and code <> c.vsic_codes[1]
       where not v.vsic_codes && c.vsic_codes[1:1] limit 1`,
    )
    const [{ village, category, code }] = rows
    const { rows: shelves } = await db().query("select vsic_codes[1] as usual from category where id = $1", [category])
    const [usual, own] = [await keeper(), await keeper()]
    await db().query("update producer set craft_village_id = $1 where id = $2", [village, own.id])
    expect(await post(usual, { category_id: category })).toMatchObject({ vsic_code: shelves[0].usual })
    expect(await post(own, { category_id: category })).toMatchObject({ vsic_code: code })
  })

  it.each([
    ["nothing", {}, /Xin ghi tên sản phẩm/],
    ["a fraction of a đồng", { price: 1500.5 }, /Giá từ 1\.000 đồng/],
    ["a price as text", { price: "250000" }, /Giá từ 1\.000 đồng/],
    ["too little", { price: 999 }, /Giá từ/],
    ["too much", { price: 2_000_000_001 }, /Giá từ/],
    ["less than nothing in stock", { stock: -1 }, /Số lượng từ 0/],
    ["no weight", { weight_grams: 0 }, /Cân nặng từ/],
    ["an unknown shelf", { category_id: "no-such" }, /Không có nhóm hàng/],
    ["a name of two letters", { title: " ab " }, /ít nhất 3 chữ cái/],
    ["a name without end", { title: "a".repeat(121) }, /dài quá/],
    ["six stars", { ocop_stars: 6 }, /3, 4 hoặc 5 sao/],
    ["a certificate of tomorrow", { ocop_stars: 3, ocop_decided_on: "2999-01-01" }, /Ngày trên giấy chưa đúng/],
    ["a state it may not give itself", { ocop_status: "verified" }, /ocop_status/],
    ["somebody else's shop", { producer_id: "prod_hh_x" }, /producer_id/],
  ])("refuses %s with a sentence and makes nothing", async (what, wrong, message) => {
    const before = [await count("listing"), await count("product"), await count("inventory_item")]
    const body = what === "nothing" ? {} : fields(wrong)
    const answer = await owner.as("post", "").send(body).expect(400)
    expect(answer.body.message).toMatch(message)
    expect([await count("listing"), await count("product"), await count("inventory_item")]).toEqual(before)
  })

  it("speaks English to who asks for it", async () => {
    const { body } = await owner
      .as("post", "")
      .set("accept-language", "en")
      .send(fields({ price: 1 }))
      .expect(400)
    expect(body.message).toContain("The price is from 1,000")
  })

  it("is for those who have registered", async () => {
    const { body } = await (await keeper("draft")).as("post", "").send(fields()).expect(403)
    expect(body.message).toMatch(/đăng ký gian hàng/)
  })
})

describe("a request that arrives more than once", () => {
  it("makes one product under 8 parallel posts with one key", async () => {
    const key = randomUUID()
    const body = fields({ title: `Một lần ${key.slice(0, 8)}` })
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => owner.as("post", "").set("idempotency-key", key).send(body)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201])
    expect(new Set(answers.map(({ body }) => body.listing.id)).size).toBe(1)
    const { rows } = await db().query("select count(*)::int as n from product where title = $1", [body.title])
    expect(rows[0].n).toBe(1)
  })

  it("may not use a key for something else, and shares no keys with other producers", async () => {
    const key = randomUUID()
    const send = (who: Keeper, more = {}) => who.as("post", "").set("idempotency-key", key).send(fields(more))
    await send(owner).expect(201)
    expect((await send(owner, { price: 300_000 }).expect(422)).body.message).toMatch(/Idempotency-Key/)
    await send(another).expect(201)
  })
})

describe("changing", () => {
  it("changes what is named and leaves the rest", async () => {
    const { id, product_id } = await post(owner, { description: "Cũ", material: "đất" })
    const { body } = await owner
      .as("post", `/${id}`)
      .send({ price: 260_000, stock: 3, title: "Bình gốm mới" })
      .expect(200)
    expect(body.listing).toMatchObject({
      price: 260_000,
      stock: 3,
      title: "Bình gốm mới",
      description: "Cũ",
      material: "đất",
    })
    const product = await inStore(product_id)
    expect(product.title).toBe("Bình gốm mới")
    expect(product.variants[0].calculated_price.calculated_amount).toBe(260_000)
    expect(await levelsOf(product_id)).toMatchObject([{ stocked: 3, producer_id: owner.id }])
  })

  it("does not overwrite a number of pieces that changed meanwhile, nor go below what is ordered", async () => {
    const { id, product_id } = await post(owner)
    const late = await owner.as("post", `/${id}`).send({ stock: 5, stock_seen: 6, price: 300_000 }).expect(400)
    expect(late.body.message).toBe("Số lượng vừa đổi thành 7. Xin xem lại rồi ghi số mới.")
    await db().query(
      `insert into reservation_item (id, inventory_item_id, location_id, quantity, raw_quantity)
       select 'resitem_' || il.id, il.inventory_item_id, il.location_id, 4, '{"value":"4","precision":20}'
       from inventory_level il join product_variant_inventory_item i on i.inventory_item_id = il.inventory_item_id
       join product_variant v on v.id = i.variant_id where v.product_id = $1`,
      [product_id],
    )
    const few = await owner.as("post", `/${id}`).send({ stock: 3 }).expect(400)
    expect(few.body.message).toMatch(/Khách đã đặt 4/)
    const { body } = await owner.as("get", `/${id}`).expect(200)
    expect(body.listing).toMatchObject({ stock: 7, reserved: 4, price: 250_000 })
  })

  it("asks again for stars that differ from the verified ones, and writes claims down", async () => {
    const { id } = await post(owner, { ocop_stars: 3, ocop_decided_on: "2025-11-02" })
    await db().query("update listing set ocop_status = 'verified' where id = $1", [id])
    const same = await owner.as("post", `/${id}`).send({ ocop_stars: 3, ocop_decided_on: "2025-11-02" }).expect(200)
    expect(same.body.listing.ocop_status).toBe("verified")
    const more = await owner.as("post", `/${id}`).send({ ocop_stars: 4 }).expect(200)
    expect(more.body.listing).toMatchObject({ ocop_stars: 4, ocop_status: "unverified" })
    const none = await owner.as("post", `/${id}`).send({ ocop_stars: null }).expect(200)
    expect(none.body.listing).toMatchObject({ ocop_stars: null, ocop_status: "none", ocop_decided_on: null })
    expect(await actsOn(id)).toEqual(["producer claim_ocop", "producer claim_ocop"])
  })

  it("refuses what is wrong and changes nothing", async () => {
    const { id } = await post(owner)
    await owner.as("post", `/${id}`).send({ title: "Tên mới", price: 1 }).expect(400)
    await owner.as("post", `/${id}`).send({ title: "Tên mới", category_id: "no-such" }).expect(400)
    await owner.as("post", `/${id}`).send({ hidden: true }).expect(400)
    const { body } = await owner.as("get", `/${id}`).expect(200)
    expect(body.listing).toMatchObject({ title: "Bình gốm thử", category_id: "do-go", hidden: false })
  })
})

describe("hiding and copying", () => {
  it("takes a product off the market and back, and writes each down once", async () => {
    const { id, product_id } = await post(owner)
    expect((await owner.as("post", `/${id}/hide`).expect(200)).body.listing).toMatchObject({
      hidden: true,
      published: false,
    })
    await owner.as("post", `/${id}/hide`).expect(200)
    expect(await inStore(product_id)).toBeUndefined()
    expect((await owner.as("post", `/${id}/show`).expect(200)).body.listing).toMatchObject({
      hidden: false,
      published: true,
    })
    expect(await inStore(product_id)).toBeDefined()
    expect(await actsOn(id)).toEqual(["producer hide", "producer show"])
  })

  it("ends in agreement when hide and show come at the same time", async () => {
    const { id } = await post(owner)
    for (let round = 0; round < 3; round++) {
      await Promise.all(["hide", "show", "hide", "show"].map((act) => owner.as("post", `/${id}/${act}`).expect(200)))
      const { body } = await owner.as("get", `/${id}`).expect(200)
      expect(body.listing.published).toBe(!body.listing.hidden)
    }
  })

  it("copies everything but photos, pieces and stars, and keeps the copy hidden", async () => {
    const { id, product_id } = await post(owner, { title: "Bình mẹ", material: "đất", ocop_stars: 4 })
    const { body } = await owner.as("post", `/${id}/copy`).expect(201)
    expect(body.listing).toMatchObject({
      ...{ title: "Bình mẹ (bản sao)", price: 250_000, material: "đất", unit: "cái", weight_grams: 900, stock: 0 },
      ...{ hidden: true, published: false, ocop_stars: null, ocop_status: "none" },
    })
    expect(body.listing.product_id).not.toBe(product_id)
  })
})

describe("what buyers see of it", () => {
  it.each(["pending", "refused", "suspended"])(
    "nothing while the shop is %s, though its producer may prepare",
    async (status) => {
      const waiting = await keeper(status)
      const { id, product_id } = await post(waiting)
      expect(await inStore(product_id)).toBeUndefined()
      await waiting.as("post", `/${id}`).send({ price: 270_000 }).expect(200)
      await waiting.as("post", `/${id}/show`).expect(200)
      expect(await inStore(product_id)).toBeUndefined()
    },
  )
})

describe("somebody else", () => {
  it("finds nothing there to see or to change", async () => {
    const { id } = await post(owner)
    for (const path of [`/${id}`, `/${id}/hide`, `/${id}/show`, `/${id}/copy`]) {
      await another.as("post", path).send({}).expect(404)
    }
    await another.as("get", `/${id}`).expect(404)
    await request(BASE).get(`/producers/me/listings/${id}`).expect(401)
    const { body } = await another.as("get", "").expect(200)
    expect(body.listings.map((listing: { id: string }) => listing.id)).not.toContain(id)
  })

  it("lists its own, all of them, the newest first", async () => {
    const many = await keeper()
    const made: string[] = []
    for (let n = 0; n < 18; n++) made.unshift((await post(many, { title: `Hàng số ${n}` })).id)
    const { body } = await many.as("get", "").expect(200)
    expect(body.listings.map((listing: { id: string }) => listing.id)).toEqual(made)
  })
})
