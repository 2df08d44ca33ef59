import { setTimeout as pause } from "node:timers/promises"
import { db } from "../harness/shop"
import { CASH_PAID } from "./helpers/cash"
import { levelOf, manyBaskets, soldOf } from "./helpers/last-pieces"
import { basketToPay, buyForCash, placedParts } from "./helpers/orders"
import { http, offer, page, type Seller, seller, store, within } from "./helpers/shop"
import { notice, ordersOf, settled, tell } from "./vnpay"

jest.setTimeout(240_000)

const DAY = 24 * 3600 * 1000
/** A day of Vietnam, so many days from now. */
const day = (from: number) => new Date(Date.now() + from * DAY + 7 * 3600 * 1000).toISOString().slice(0, 10)

const season = { opens_on: day(0), closes_on: day(30), cap: 10, expected_on: day(120), note: "vụ chiêm 2027" }
type Offered = Awaited<ReturnType<typeof offer>>

let maker: Seller
let other: Seller
let serial = 0

beforeAll(async () => {
  maker = await seller(0)
  other = await seller(1)
})

/** A product without any stock, sold ahead. */
async function soldAhead(changes: object = {}, stock = 0): Promise<Offered> {
  const listing = await offer(maker, { title: `Gạo bán trước ${Date.now()}-${serial++}`, stock })
  await setWindow(listing, changes).expect(200)
  return listing
}

const setWindow = ({ listing_id }: { listing_id: string }, changes: object = {}, by = maker) =>
  by.as("post", `/producers/me/listings/${listing_id}/window`).send({ ...season, ...changes })

const shown = async ({ handle }: Offered) => (await store(`/store/listings/${handle}`).expect(200)).body.listing

/** The clock stands still in a test; the window moves. */
const move = ({ listing_id }: Offered, opens: string, closes: string) =>
  db().query(
    `update sale_window set opens_at = now() + $2::interval, closes_at = now() + $3::interval where listing_id = $1`,
    [listing_id, opens, closes],
  )

const sold = async ({ listing_id }: Offered) => {
  const { rows } = await db().query(
    "select coalesce(sum(quantity), 0)::int as n from producer_order_line where listing_id = $1",
    [listing_id],
  )
  return rows[0].n as number
}

const complete = (cart: string) => store(`/store/carts/${cart}/complete`, "post")
const add = (cart: string, variant_id: string, quantity: number) =>
  store(`/store/carts/${cart}/line-items`, "post").send({ variant_id, quantity })

describe("a producer", () => {
  it("sells a product ahead, changes how, and ends it; the closed window stays as history", async () => {
    const listing = await soldAhead()
    const own = async () =>
      (await maker.as("get", `/producers/me/listings/${listing.listing_id}`).expect(200)).body.listing
    expect((await own()).sale_window).toMatchObject({
      ...season,
      state: "open",
      left: 10,
      taken: 0,
      opens_at: new Date(`${season.opens_on}T00:00:00+07:00`).toISOString(),
    })
    await setWindow(listing, { cap: 12, closes_on: day(10) }).expect(200)
    expect((await own()).sale_window).toMatchObject({ cap: 12, closes_on: day(10) })

    await maker.as("delete", `/producers/me/listings/${listing.listing_id}/window`).expect(200)
    expect((await own()).sale_window).toMatchObject({ state: "closed", closes_on: day(0) })
    await maker.as("delete", `/producers/me/listings/${listing.listing_id}/window`).expect(404)

    await setWindow(listing, { cap: 6 }).expect(200)
    await setWindow(listing, { cap: 5 }).expect(200)
    const { sale_windows } = (await maker.as("get", `/producers/me/listings/${listing.listing_id}/window`).expect(200))
      .body
    expect(sale_windows.map(({ state, cap }: { state: string; cap: number }) => [state, cap])).toEqual([
      ["open", 5],
      ["closed", 12],
    ])
    const { rows } = await db().query("select act from audit_entry where subject_id = $1 order by created_at", [
      listing.listing_id,
    ])
    expect(rows.map(({ act }) => act)).toEqual([
      "set_sale_window",
      "set_sale_window",
      "end_sale_window",
      "set_sale_window",
      "set_sale_window",
    ])
  })

  it("is told in a sentence what is wrong, by field, and nothing changes", async () => {
    const listing = await soldAhead()
    const wrong = async (changes: object) => (await setWindow(listing, changes).expect(400)).body.message
    expect(await wrong({ cap: 1.5 })).toBe("cap: Xin ghi số suất bằng số nguyên, từ 1 đến 1.000.000.")
    expect(await wrong({ closes_on: day(-1), opens_on: day(-3), expected_on: day(0) })).toMatch(/^closes_on: Ngày cuối/)
    expect(await wrong({ expected_on: "hè" })).toMatch(/^expected_on: /)
    expect(await wrong({ price: 5 })).toMatch(/price/)
    expect((await shown(listing)).window).toMatchObject(season)
  })

  it("cannot see or touch the window of another", async () => {
    const listing = await soldAhead()
    const path = `/producers/me/listings/${listing.listing_id}/window`
    await other.as("get", path).expect(404)
    await setWindow(listing, {}, other).expect(404)
    await other.as("delete", path).expect(404)
    await http().post(path).send(season).expect(401)
    expect((await shown(listing)).window).toMatchObject(season)
  })

  it("cannot lower the cap below what is ordered", async () => {
    const listing = await soldAhead()
    await buyForCash([{ variant_id: listing.variant_id, quantity: 4 }])
    expect((await setWindow(listing, { cap: 3 }).expect(400)).body.message).toBe(
      "cap: Khách đã đặt 4 suất, nên không thể ghi ít hơn 4.",
    )
    await setWindow(listing, { cap: 4 }).expect(200)
    expect((await shown(listing)).window).toMatchObject({ state: "full", left: 0 })
  })
})

describe("what is sold ahead", () => {
  it("is sold without stock up to the cap, and everybody reads how much is left", async () => {
    const listing = await soldAhead()
    expect(await shown(listing)).toMatchObject({
      stock: 10,
      window: { state: "open", left: 10, expected_on: day(120) },
    })
    const [part] = await buyForCash([{ variant_id: listing.variant_id, quantity: 3 }])
    expect(await shown(listing)).toMatchObject({ stock: 7, window: { left: 7 } })
    const { rows } = await db().query(
      `select a.expected_on::text as day, w.listing_id from ahead_line a join producer_order_line l on l.id = a.line_id
       join sale_window w on w.id = a.window_id where l.producer_order_id = $1`,
      [part?.id],
    )
    expect(rows).toEqual([{ day: day(120), listing_id: listing.listing_id }])
    expect(await levelOf(listing)).toEqual({ stocked: 0, reserved: 3, raw: 3, held: 3 })
  })

  it("cannot be put into a basket before it opens, beyond its cap, or after it closed", async () => {
    const listing = await soldAhead()
    const cart = (await store("/store/carts", "post").send({}).expect(200)).body.cart.id as string
    expect((await add(cart, listing.variant_id, 11).expect(400)).body.message).toMatch(/only 10 places left/)
    const { body } = await add(cart, listing.variant_id, 6).expect(200)
    expect((await add(cart, listing.variant_id, 5).expect(400)).body.message).toMatch(/only 10 places left/)
    const line = `/store/carts/${cart}/line-items/${body.cart.items[0].id}`
    expect((await store(line, "post").send({ quantity: 11 }).expect(400)).body.message).toMatch(/only 10 places left/)
    await store(line, "post").send({ quantity: 10 }).expect(200)

    await move(listing, "1 hour", "2 hours")
    expect((await add(cart, listing.variant_id, 1).expect(400)).body.message).toMatch(/not on sale yet/)
    expect(
      (await store("/store/carts", "post").send({ items: [{ variant_id: listing.variant_id, quantity: 1 }] })).status,
    ).toBe(400)
    await move(listing, "-2 hours", "-1 hour")
    expect((await store(line, "post").send({ quantity: 9 }).expect(400)).body.message).toMatch(/closed for orders/)
    await store(line, "delete").expect(200)
  })

  it("is refused at completion outside its window, before any order, and the basket stays", async () => {
    const listing = await soldAhead()
    const { cart } = await basketToPay([{ variant_id: listing.variant_id, quantity: 2 }], "pp_cash_cash")
    await move(listing, "1 hour", "2 hours")
    expect((await complete(cart).expect(400)).body.message).toMatch(/not on sale yet/)
    await move(listing, "-2 hours", "-1 hour")
    expect((await complete(cart).expect(400)).body.message).toMatch(/closed for orders/)
    expect(await ordersOf(cart)).toEqual([])
    expect(await levelOf(listing)).toMatchObject({ reserved: 0, held: 0 })
    await move(listing, "-1 hour", "1 hour")
    const { body } = await complete(cart).expect(200)
    expect(await placedParts(body.order.id)).toHaveLength(1)
    // Completed again it is the same order, though the window has not that much left.
    await setWindow(listing, { cap: 2 }).expect(200)
    expect((await complete(cart).expect(200)).body.order.id).toBe(body.order.id)
  })

  it("is gone for no more than its cap when many complete at once, and those refused lose nothing", async () => {
    const listing = await soldAhead({ cap: 5 })
    const baskets = (await manyBaskets(16, listing)).map(({ cart }) => cart)
    const answers = await Promise.all(baskets.map((cart) => complete(cart)))
    expect(answers.filter(({ body }) => body.type === "order")).toHaveLength(5)
    for (const { status, body } of answers.filter(({ body }) => body.type !== "order"))
      expect([status, body.message]).toEqual([
        400,
        "A product of this basket is sold ahead and has only 0 places left.",
      ])
    expect(await sold(listing)).toBe(5)
    expect(await levelOf(listing)).toEqual({ stocked: 0, reserved: 5, raw: 5, held: 5 })
    expect((await shown(listing)).window).toMatchObject({ state: "full", left: 0 })
    expect(await soldOf(listing, baskets)).toEqual({ units: 5, orders: 5, payments: 5 })
  })

  it("paid at VNPay when the places are gone becomes money to give back, and no order", async () => {
    const listing = await soldAhead({ cap: 1 })
    const late = await basketToPay([{ variant_id: listing.variant_id, quantity: 1 }], "pp_vnpay_vnpay")
    await buyForCash([{ variant_id: listing.variant_id, quantity: 1 }])
    expect(await tell(await notice(late.session))).toMatchObject({ RspCode: "00" })
    expect(await settled(late.session, 55)).toMatchObject({ completion: "refund_due", last_error: "order_failed" })
    const { rows } = await db().query("select amount::int as amount, reason from refund_due where cart_id = $1", [
      late.cart,
    ])
    expect(rows).toEqual([{ amount: late.session.amount, reason: "order_failed" }])
    expect(await ordersOf(late.cart)).toEqual([])
    expect(await sold(listing)).toBe(1)
    expect(await levelOf(listing)).toMatchObject({ reserved: 1, held: 1 })
  })

  it("gives its places back when units are cancelled or the order is never paid", async () => {
    const listing = await soldAhead({ cap: 2 })
    const [part] = await buyForCash([{ variant_id: listing.variant_id, quantity: 2 }])
    expect(await shown(listing)).toMatchObject({ stock: 0, window: { state: "full" } })
    await db().query("update producer_order_line set cancelled = 1 where producer_order_id = $1", [part?.id])
    expect(await shown(listing)).toMatchObject({ stock: 1, window: { state: "open", left: 1 } })
    await db().query("update producer_order set status = 'expired' where id = $1", [part?.id])
    expect(await shown(listing)).toMatchObject({ stock: 2, window: { state: "open", left: 2 } })
  })

  it("comes from stock again once the window has closed, less what was ordered ahead", async () => {
    const listing = await soldAhead()
    await buyForCash([{ variant_id: listing.variant_id, quantity: 4 }])
    await maker.as("delete", `/producers/me/listings/${listing.listing_id}/window`).expect(200)
    expect(await shown(listing)).toMatchObject({ stock: 0, window: { state: "closed" } })
    await maker.as("post", `/producers/me/listings/${listing.listing_id}`).send({ stock: 6 }).expect(200)
    expect(await shown(listing)).toMatchObject({ stock: 2 })
    const cart = (await store("/store/carts", "post").send({}).expect(200)).body.cart.id as string
    await add(cart, listing.variant_id, 3).expect(400)
    await add(cart, listing.variant_id, 2).expect(200)
  })
})

describe("a page that is kept", () => {
  /** Which of the sentences stand on the product's page; a failure then prints these and not the page. */
  const says = async ({ handle }: Offered) => {
    const { text } = await page(`/market/products/${handle}`).expect(200)
    return ["Mở bán từ", "Còn 10 suất", "Còn 9 suất", "Đã đóng đặt trước", 'action="/market/basket"'].filter((one) =>
      text.includes(one),
    )
  }

  it("changes when a window opens or closes, without any edit", async () => {
    const listing = await soldAhead()
    await move(listing, "3 seconds", "6 seconds")
    expect(await says(listing)).toEqual(["Mở bán từ"])
    await pause(3000)
    await within(1500, async () => expect(await says(listing)).toEqual(["Còn 10 suất", 'action="/market/basket"']))
    await pause(1500)
    await within(2500, async () => expect(await says(listing)).toEqual(["Đã đóng đặt trước"]))
  })

  it("is fresh after an order took a place", async () => {
    const listing = await soldAhead()
    expect(await says(listing)).toContain("Còn 10 suất")
    const [part] = await buyForCash([{ variant_id: listing.variant_id, quantity: 1 }])
    expect(await says(listing)).toContain("Còn 9 suất")
    await db().query("update producer_order_line set cancelled = 1 where producer_order_id = $1", [part?.id])
    expect(await says(listing)).toContain("Còn 10 suất")
  })
})

it("hands over what was ordered ahead by Medusa's own fulfilment, and the stock never goes below nought", async () => {
  const listing = await soldAhead()
  const [part] = await buyForCash([{ variant_id: listing.variant_id, quantity: 3 }])
  await buyForCash([{ variant_id: listing.variant_id, quantity: 2 }])
  await maker.as("post", `/producers/me/orders/${part?.id}/hand-over`).send({ cash: CASH_PAID }).expect(200)
  expect(await levelOf(listing)).toEqual({ stocked: 0, reserved: 2, raw: 2, held: 2 })
})
