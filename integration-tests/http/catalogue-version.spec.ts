import { Client } from "pg"
import { variable } from "../harness/variable"
import { offer, page, type Seller, seller, word } from "./helpers/shop"

// Clients of their own: the tests hold transactions open.
const db = new Client({ connectionString: variable("TEST_DATABASE_URL") })
const other = new Client({ connectionString: variable("TEST_DATABASE_URL") })
let owner: Seller
let thing: Awaited<ReturnType<typeof offer>>

const version = async () => Number((await db.query("select version from catalogue_version")).rows[0].version)
const show = () => page(`/market/products/${thing.handle}`)

beforeAll(async () => {
  await Promise.all([db.connect(), other.connect()])
  owner = await seller()
  thing = await offer(owner, { title: `Bình gốm ${word()}` })
})

afterAll(async () => {
  await Promise.all([db.end(), other.end()])
})

describe("the catalogue's version", () => {
  const edits: [string, string, () => unknown[]][] = [
    ["title", "update product set title = title || ' mới' where id = $1", () => [thing.product_id]],
    ["variant", "update product_variant set title = title || '.' where id = $1", () => [thing.variant_id]],
    ["price", "update price set amount = amount + 1000 where price_set_id = $1", () => [thing.price_set_id]],
    [
      "price link",
      "update product_variant_price_set set updated_at = now() where variant_id = $1",
      () => [thing.variant_id],
    ],
    [
      "stock, by what a checkout reserves",
      `insert into reservation_item (id, inventory_item_id, location_id, quantity, raw_quantity)
       values ($1, $2, $3, 1, '{"value": "1", "precision": 20}')`,
      () => [`resitem_${word()}`, thing.inventory_item_id, thing.location_id],
    ],
    [
      "stock link",
      "update product_variant_inventory_item set updated_at = now() where variant_id = $1",
      () => [thing.variant_id],
    ],
    [
      "sales channel",
      "update product_sales_channel set updated_at = now() where product_id = $1",
      () => [thing.product_id],
    ],
    [
      "stock location",
      "update sales_channel_stock_location set updated_at = now() where stock_location_id = $1",
      () => [thing.location_id],
    ],
    ["store", "update store set updated_at = now()", () => []],
    ["listing", "update listing set unit = 'chiếc' where id = $1", () => [thing.listing_id]],
    [
      "photo",
      "insert into photo (id, listing_id, width, height, renditions) values ($1, $2, 4, 3, '[]')",
      () => [`pho_${word()}`, thing.listing_id],
    ],
    ["removed photo", "delete from photo where listing_id = $1", () => [thing.listing_id]],
    ["category", "update category set rank = rank", () => []],
    ["producer", "update producer set story = 'Ba đời' where id = $1", () => [owner.id]],
    ["village", "update craft_village set name = name where id = (select min(id) from craft_village)", () => []],
    ["commune", "update commune set full_name = full_name where code = (select min(code) from commune)", () => []],
    ["industry", "update industry set name = name where id = (select min(id) from industry)", () => []],
  ]

  it.each(edits)("rises by one with an edit of %s", async (_what, sql, values) => {
    const before = await version()
    const { rowCount } = await db.query(sql, values())
    expect(rowCount).toBeGreaterThan(0)
    expect(await version()).toBe(before + 1)
  })

  it("rises once for a transaction of many edits, and not at all for one rolled back", async () => {
    const before = await version()
    await db.query("begin")
    for (let i = 0; i < 5; i++)
      await db.query("update listing set weight_grams = weight_grams + 1 where id = $1", [thing.listing_id])
    await db.query("update product set subtitle = 'thủ công' where id = $1", [thing.product_id])
    await db.query("commit")
    expect(await version()).toBe(before + 1)
    await db.query("begin")
    await db.query("update product set title = 'Không bao giờ' where id = $1", [thing.product_id])
    await db.query("rollback")
    expect(await version()).toBe(before + 1)
    await db.query("update product set subtitle = null where id = $1", [thing.product_id])
    expect(await version()).toBe(before + 2)
  })

  it("is locked only at commit: an edit left open holds up nobody", async () => {
    await other.query("begin")
    await other.query("update listing set unit = 'bộ' where id = $1", [thing.listing_id])
    await db.query("set lock_timeout = '500ms'")
    await db.query("update product set subtitle = 'không chờ' where id = $1", [thing.product_id])
    await db.query("set lock_timeout = 0")
    await other.query("rollback")
  })
})

describe("a kept page", () => {
  it("never outlives an edit, whenever it was filled", async () => {
    for (let round = 0; round < 5; round++) {
      const title = `Bình gốm ${word()}`
      await other.query("begin")
      await other.query("update product set title = $2 where id = $1", [thing.product_id, title])
      // Fills the cache between the edit and its commit.
      const old = await show().expect(200)
      expect(old.text).not.toContain(title)
      await other.query("commit")
      expect((await show().expect(200)).text).toContain(title)
    }
  })

  it("never goes back while edits and readers race", async () => {
    let written = 0
    let stop = false
    const reader = async () => {
      while (!stop) {
        const known = written
        const { text } = await show().expect(200)
        const seen = Number(/Bình số (\d+)/.exec(text)?.[1] ?? 0)
        expect(seen).toBeGreaterThanOrEqual(known)
      }
    }
    const readers = Promise.all([reader(), reader(), reader(), reader()])
    for (let n = 1; n <= 40; n++) {
      await db.query("update product set title = $2 where id = $1", [thing.product_id, `Bình số ${n}`])
      written = n
    }
    stop = true
    await readers
  })

  it("shows a new price and the stock left at once, and nothing of a hidden listing", async () => {
    await show().expect(200)
    await owner.as("post", `/producers/me/listings/${thing.listing_id}`).send({ price: 987_654 }).expect(200)
    expect((await show()).text).toContain("987.654")
    // One piece is the one reserved above. Other products' cards may say that they are sold out; only the page's own tag counts.
    await owner.as("post", `/producers/me/listings/${thing.listing_id}`).send({ stock: 2 }).expect(200)
    expect((await show()).text).toContain("Còn hàng: 1")
    await owner.as("post", `/producers/me/listings/${thing.listing_id}`).send({ stock: 1 }).expect(200)
    expect((await show()).text).toMatch(/<span class="tag warn">Tạm hết/)
    await owner.as("post", `/producers/me/listings/${thing.listing_id}/hide`).expect(200)
    await show().expect(404)
    await owner.as("post", `/producers/me/listings/${thing.listing_id}/show`).expect(200)
    await show().expect(200)
  })
})
