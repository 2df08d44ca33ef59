import { randomUUID } from "node:crypto"
import type { Knex } from "knex"
import { readVietQr } from "../../plugins/village-market/src/modules/gateway/vietqr/payload"
import { db, demo } from "../harness/shop"
import { until } from "./helpers/buyer"
import { checkBooks } from "./helpers/check-books"
import { pay } from "./helpers/door"
import { as, closedMaker, http, type Maker, openKnex, page, twoMakers } from "./helpers/lots"
import { operatorToken } from "./helpers/officials"
import { stock, stockOf, variantOfListing } from "./helpers/own-orders"

type Sale = { id: string; state: string; amount: number; reference: string; payload: string; order_id: string | null }

let owner: Maker
let stranger: Maker
let token: string
let knex: Knex
beforeAll(async () => {
  ;[owner, stranger] = await twoMakers()
  await stock(owner, 100)
  token = await operatorToken()
  knex = openKnex()
})
afterAll(() => knex.destroy())

const SALES = "/producers/me/stall-sales"
const keyIn = (body: object, maker = owner, key: string = randomUUID()) =>
  as(maker)("post", SALES).set("idempotency-key", key).set("accept-language", "vi").send(body)
const opened = async (body: object): Promise<Sale> => (await keyIn(body).expect(201)).body.sale
const read = async ({ id }: Sale): Promise<Sale> => (await as(owner)("get", `${SALES}/${id}`).expect(200)).body.sale
/** Paid by a passer-by, the bank telling of it so many times at once; the sale once its order is done. */
async function sold(sale: Sale, times = 1): Promise<Sale & { order_id: string }> {
  await pay(sale, times)
  return until(async () => {
    const now = await read(sale)
    return now.state === "sold" && now.order_id ? { ...now, order_id: now.order_id } : undefined
  }, 50)
}
const partOf = async (order_id: string) =>
  (await db().query("select * from producer_order where order_id = $1", [order_id])).rows
const lineOf = async (order_id: string) =>
  (
    await db().query(
      `select l.* from producer_order_line l join producer_order p on p.id = l.producer_order_id where p.order_id = $1`,
      [order_id],
    )
  ).rows[0]
const journalOf = async (order_id: string) =>
  (
    await db().query(
      "select kind, channel, payment_means, settled::int from sale_event where order_id = $1 order by kind",
      [order_id],
    )
  ).rows
async function agrees(order_id: string, amount: number) {
  const { body } = await http()
    .post("/admin/order-audit")
    .set("authorization", `Bearer ${token}`)
    .send({ order_ids: [order_id] })
  expect(body.found).toEqual([])
  await checkBooks(knex, order_id, amount)
  const { payment_status, total } = (
    await http()
      .get(`/admin/orders/${order_id}?fields=payment_status,total`)
      .set("authorization", `Bearer ${token}`)
      .expect(200)
  ).body.order
  expect([payment_status, total]).toEqual(["captured", amount])
}

describe("a sale at the stall", () => {
  it("of an amount alone, told of five times at once, is one order, paid, handed over and done", async () => {
    const sale = await opened({ amount: 123_000, description: "2 chén nhỏ" })
    expect(sale.state).toBe("open")
    expect(readVietQr(sale.payload)).toMatchObject({ amount: 123_000, content: sale.reference })
    const { order_id } = await sold(sale, 5)
    expect(await partOf(order_id)).toMatchObject([
      {
        ...{ status: "completed", channel: "stall", payment_means: "bank", producer_id: owner.id },
        ...{ total: "123000", shipping: "0", buyer_email: null },
      },
    ])
    const { rows } = await db().query("select commune_code from producer where id = $1", [owner.id])
    const line = await lineOf(order_id)
    expect(line).toMatchObject({ commune_code: rows[0].commune_code, unit_price: "123000", ocop_status: "none" })
    expect(line.title).toMatch(/2 chén nhỏ$/)
    expect(line.commission_rule_id).not.toBe("")
    expect(line.tax_rate_id).not.toBe("")
    expect(await journalOf(order_id)).toEqual([
      { kind: "handed_over", channel: "stall", payment_means: "bank", settled: 123_000 },
      { kind: "placed", channel: "stall", payment_means: "bank", settled: 0 },
    ])
    await agrees(order_id, 123_000)
    const { text } = await http().get("/demo/messages").expect(200)
    expect(text).not.toContain(order_id)
  })

  it("of a product takes its stock at the amount bargained for, with its own terms", async () => {
    await db().query("update listing set ocop_stars = 4, ocop_status = 'verified' where id = $1", [owner.listing])
    const before = await stockOf(owner)
    const sale = await opened({ listing_id: owner.listing, quantity: 2, amount: 170_000 })
    // Somebody buys the rest of it meanwhile: the two on the counter are sold all the same.
    await stock(owner, before.reserved + 1)
    const { order_id } = await sold(sale)
    expect(await lineOf(order_id)).toMatchObject({ quantity: "2", unit_price: "85000", ocop_stars: 4 })
    expect(await stockOf(owner)).toEqual({ stocked: before.reserved, reserved: before.reserved })
    await agrees(order_id, 170_000)
    await stock(owner, 100)
    expect((await opened({ listing_id: owner.listing })).amount).toBe(90_000)
  })

  it("counts in today's total once it is paid; the page says so, and when it last looked", async () => {
    const total = async () => (await as(owner)("get", SALES).expect(200)).body
    const before = await total()
    const sale = await opened({ amount: 50_000 })
    expect(await total()).toMatchObject({ total: before.total, count: before.count })
    const show = () => page(owner)("get", `/producer/stall/${sale.id}`).set("accept-language", "vi").expect(200)
    const open = await show()
    expect(open.text).toMatch(/Xem lần cuối lúc \d\d:\d\d:\d\d/)
    expect(open.headers.refresh).toContain("n=1")
    const { order_id } = await sold(sale)
    expect(await total()).toMatchObject({ total: before.total + 50_000, count: before.count + 1 })
    expect((await show()).text).toContain("Giao hàng cho khách được rồi")
    // What is paid cannot be taken back, and stands.
    await as(owner)("post", `${SALES}/${sale.id}/cancel`).expect(409)
    await page(owner)("post", `/producer/stall/${sale.id}/cancel`).expect(409)
    expect(await partOf(order_id)).toMatchObject([{ status: "completed" }])
  })
})

describe("a sale taken back", () => {
  it("before it was paid asks for no money; what is sent all the same waits for a person", async () => {
    const sale = await opened({ amount: 40_000 })
    expect((await as(owner)("post", `${SALES}/${sale.id}/cancel`).expect(200)).body.sale).toMatchObject({
      ...{ state: "cancelled", payload: null },
    })
    expect(await pay(sale)).toMatchObject({ kind: "review" })
    expect((await read(sale)).state).toBe("cancelled")
  })

  it("that was paid with another amount, or too late, makes no order", async () => {
    const sale = await opened({ amount: 60_000 })
    expect(await pay({ ...sale, amount: 59_000 })).toMatchObject({ kind: "review" })
    await db().query("update payment_attempt set expires_at = now() - interval '1 hour' where txn_ref = $1", [
      sale.reference,
    ])
    expect(await pay(sale)).toMatchObject({ kind: "review" })
    expect((await read(sale)).order_id).toBeNull()
  })

  it("whose money came while it was taken back goes back, and nothing is lost", async () => {
    const sale = await opened({ amount: 61_000 })
    // The two at once, as they may meet: the row says cancelled, the money is there.
    await db().query("update stall_sale set cancelled_at = now() where id = $1", [sale.id])
    await pay(sale)
    await until(async () => (await read(sale)).state === "returned")
    const { rows } = await db().query(
      `select r.amount::int, r.reason, r.means from refund_due r join payment_attempt a on a.id = r.payment_attempt_id
       where a.txn_ref = $1`,
      [sale.reference],
    )
    expect(rows).toEqual([{ amount: 61_000, reason: "sale_cancelled", means: "bank" }])
  })
})

describe("a crash while the order is made", () => {
  it("is made good by the next turn: one order, whatever was there already", async () => {
    const sale = await opened({ amount: 77_000 })
    const { order_id } = await sold(sale)
    // As if the server had died before it wrote down that it was done.
    await db().query("update stall_sale set order_id = null where id = $1", [sale.id])
    await db().query(
      "update payment_attempt set completion = 'open', next_try_at = now(), order_id = null where txn_ref = $1",
      [sale.reference],
    )
    // Any money that comes in has the next turn begin at once; this one is of a sale taken back.
    const other = await opened({ amount: 1000 })
    await db().query("update stall_sale set cancelled_at = now() where id = $1", [other.id])
    await pay(other)
    expect(await until(async () => (await read(sale)).state === "sold" && (await read(sale)).order_id)).toBe(order_id)
    const { rows } = await db().query(
      "select count(*)::int as n from sale_event where producer_id = $1 and settled = 77000",
      [owner.id],
    )
    expect(rows[0].n).toBe(1)
  })
})

describe("who may sell at a stall, and what", () => {
  it("is an open shop, its own goods, for whole đồng; the same key is one sale", async () => {
    const closed = await closedMaker()
    await keyIn({ amount: 10_000 }, closed).expect(409)
    await keyIn({ listing_id: stranger.listing }).expect(404)
    for (const wrong of [{}, { amount: 999 }, { amount: 10.5 }, { listing_id: owner.listing, quantity: 0 }])
      await keyIn(wrong).expect(400)
    await keyIn({ listing_id: owner.listing, quantity: 3, amount: 100_000 }).expect(409)
    await keyIn({ listing_id: owner.listing, quantity: 999 }).expect(409)
    const key = randomUUID()
    const both = await Promise.all([keyIn({ amount: 20_000 }, owner, key), keyIn({ amount: 20_000 }, owner, key)])
    expect(new Set(both.map(({ body }) => body.sale.id)).size).toBe(1)
    await keyIn({ amount: 21_000 }, owner, key).expect(409)
    const [{ body }] = both
    await as(stranger)("get", `${SALES}/${body.sale.id}`).expect(404)
    await as(stranger)("post", `${SALES}/${body.sale.id}/cancel`).expect(404)
    await page(stranger)("get", `/producer/stall/${body.sale.id}`).expect(404)
  })

  it("never puts its sundries on any shelf, nor into anybody's basket", async () => {
    const made = await db().query("select 1 from stall_goods where producer_id = $1", [owner.id])
    if (made.rows.length === 0) await sold(await opened({ amount: 15_000 }))
    const { rows } = await db().query(
      `select g.product_id, g.listing_id, v.id as variant_id, p.handle from stall_goods g
       join product_variant v on v.product_id = g.product_id join product p on p.id = g.product_id
       where g.producer_id = $1`,
      [owner.id],
    )
    const { product_id, listing_id, variant_id, handle } = rows[0]
    const store = (method: "get" | "post", path: string) =>
      http()[method](path).set("x-publishable-api-key", demo().publishable_api_key)
    await http().get(`/market/products/${handle}`).expect(404)
    expect((await http().get("/sitemap.xml").expect(200)).text).not.toContain(handle)
    expect((await http().get("/market?q=hang+le+tai+quay").expect(200)).text).not.toContain(handle)
    await store("get", `/store/products/${product_id}`).expect(404)
    const mine = (await as(owner)("get", "/producers/me/listings").expect(200)).body.listings
    expect(mine.map(({ id }: { id: string }) => id)).not.toContain(listing_id)
    await as(owner)("post", `/producers/me/listings/${listing_id}/show`).expect(404)
    const { body } = await store("post", "/store/carts").send({ region_id: demo().region_id }).expect(200)
    const line = await store("post", `/store/carts/${body.cart.id}/line-items`).send({ variant_id, quantity: 1 })
    expect(line.status).toBeGreaterThanOrEqual(400)
    await http()
      .post("/market/basket")
      .type("form")
      .send({ product_id, quantity: "1" })
      .expect((answer) => expect(answer.status).toBeGreaterThanOrEqual(400))
    expect(await variantOfListing(owner.listing)).not.toBe(variant_id)
  })
})
