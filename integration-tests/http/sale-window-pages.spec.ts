import request from "supertest"
import { baseUrl, db, demo } from "../harness/shop"
import { newBuyer, putIntoBasket, walkToPayment } from "./helpers/checkout"
import { demoToken } from "./helpers/orders"
import { offer, page, type Seller, seller } from "./helpers/shop"

jest.setTimeout(120_000)

const day = (from: number) => new Date(Date.now() + from * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10)
/** dd/mm/yyyy, as pages write days. */
const written = (iso: string) => iso.split("-").reverse().join("/")

const form = { opens_on: day(0), closes_on: day(30), cap: "1.200", expected_on: day(90), note: "vụ chiêm 2027" }
const AHEAD = `Hàng đặt trước: dự kiến có ngày ${written(form.expected_on)}`

let maker: Seller
let portal: Awaited<ReturnType<typeof login>>

async function login(place: number) {
  const cookie = `vm_producer=${await demoToken(demo().producers[place]?.phone ?? "")}`
  return {
    get: (path: string) => request(baseUrl()).get(path).set("cookie", cookie).redirects(0),
    send: (path: string, body: object) =>
      request(baseUrl()).post(path).set("cookie", cookie).type("form").send(body).redirects(0),
  }
}

beforeAll(async () => {
  maker = await seller(0)
  portal = await login(0)
})

const offered = () => offer(maker, { title: `Cam Đông Sơn ${Date.now()}`, stock: 0 })

/** The sentences that a page says, so that a failure prints these and not the page. */
const said = (text: string, ...sentences: string[]) => sentences.filter((one) => text.includes(one))

it("a producer sets, changes and ends it with a short form, which says what is wrong and keeps what was typed", async () => {
  const listing = await offered()
  const here = `/producer/products/${listing.listing_id}`
  const wrong = async (changes: object) =>
    (await portal.send(`${here}/window`, { ...form, ...changes }).expect(400)).text
  expect(
    said(
      await wrong({ cap: "12,5", note: "x" }),
      "Xin ghi số suất bằng số nguyên, từ 1 đến 1.000.000.",
      'value="12,5"',
      `value="${form.expected_on}"`,
    ),
  ).toHaveLength(3)
  expect(said(await wrong({ closes_on: day(-2) }), "Ngày cuối nhận đặt phải từ ngày mở trở đi.")).toHaveLength(1)
  expect(
    said(
      await wrong({ opens_on: day(-9), closes_on: day(-2) }),
      "Ngày cuối nhận đặt đã qua. Xin chọn hôm nay hoặc sau hôm nay.",
    ),
  ).toHaveLength(1)
  await portal.send(`${here}/window`, form).expect(303).expect("location", `${here}?done=saved#window`)
  const { text } = await portal.get(here).expect(200)
  expect(
    said(text, "Đang nhận đặt", "Khách đã đặt 0 trên 1.200 suất.", "Thôi nhận đặt", 'value="vụ chiêm 2027"'),
  ).toHaveLength(4)

  const stranger = await login(1)
  await stranger.send(`${here}/window`, { ...form, cap: "1" }).expect(404)
  await stranger.send(`${here}/endwindow`, {}).expect(404)
  await request(baseUrl()).post(`${here}/window`).type("form").send(form).redirects(0).expect(303)
  expect(said((await portal.get(here)).text, "trên 1.200 suất")).toHaveLength(1)

  await portal.send(`${here}/endwindow`, {}).expect(303)
  expect(said((await portal.get(`${here}?done=window_ended`)).text, "Đã thôi nhận đặt trước.", "Đã đóng")).toHaveLength(
    2,
  )
  await portal.send(`${here}/endwindow`, {}).expect(404)
})

it("a buyer reads on every page that the goods have yet to grow, and the producer on the packing page", async () => {
  const listing = await offered()
  await portal.send(`/producer/products/${listing.listing_id}/window`, form).expect(303)
  const product = (await page(`/market/products/${listing.handle}`).expect(200)).text
  expect(
    said(
      product,
      AHEAD,
      "Còn 1.200 suất, mỗi suất một cái",
      `Nhận đặt đến hết ngày ${written(form.closes_on)}`,
      "(vụ chiêm 2027)",
      "schema.org/PreOrder",
    ),
  ).toHaveLength(5)
  const english = (await page(`/market/products/${listing.handle}`, "en").expect(200)).text
  expect(said(english, `Sold ahead: expected on ${written(form.expected_on)}`, "1,200 places left")).toHaveLength(2)
  const list = (await page(`/market?producer=${await handleOf(maker.id)}`).expect(200)).text
  expect(said(list, "Đặt trước: còn 1.200 suất")).toHaveLength(1)

  const buyer = newBuyer()
  await putIntoBasket(buyer, [listing.product_id])
  expect(said(await buyer.page("/market/basket"), AHEAD)).toHaveLength(1)
  await walkToPayment(buyer)
  expect(said(await buyer.page("/market/checkout/payment"), AHEAD)).toHaveLength(1)
  const paid = await buyer.send("/market/checkout/payment", { means: "cash" }).expect(303)
  expect(said(await buyer.page(String(paid.headers.location)), AHEAD)).toHaveLength(1)

  const { rows } = await db().query(
    "select l.producer_order_id as part from producer_order_line l where l.listing_id = $1",
    [listing.listing_id],
  )
  const packing = `/producer/orders/${rows[0].part}`
  expect(said((await portal.get(packing).expect(200)).text, AHEAD)).toHaveLength(1)

  const later = day(120)
  await portal.send(`/producer/products/${listing.listing_id}/window`, { ...form, expected_on: later }).expect(303)
  expect(
    said(await buyer.page(String(paid.headers.location)), AHEAD, `Nhà sản xuất vừa báo ngày mới: ${written(later)}`),
  ).toHaveLength(2)
})

it("a buyer who comes too late reads why, in the basket and at the end, and keeps the basket", async () => {
  const listing = await offered()
  await portal.send(`/producer/products/${listing.listing_id}/window`, { ...form, cap: "3" }).expect(303)
  const buyer = newBuyer()
  const more = await buyer.send("/market/basket", { product_id: listing.product_id, quantity: "4" }).expect(409)
  expect(said(more.text, "Có mặt hàng đặt trước chỉ còn 3 suất. Xin giảm số lượng.")).toHaveLength(1)
  await putIntoBasket(buyer, [listing.product_id])
  await walkToPayment(buyer)
  await db().query(
    "update sale_window set opens_at = now() - interval '2 hours', closes_at = now() - interval '1 hour' where listing_id = $1",
    [listing.listing_id],
  )
  for (const means of ["cash", "vnpay"]) {
    const { text } = await buyer.send("/market/checkout/payment", { means }).expect(409)
    expect(said(text, "Có mặt hàng đã đóng đặt trước. Xin bỏ ra khỏi giỏ.")).toHaveLength(1)
  }
  expect(said(await buyer.page("/market/basket"), "Cam Đông Sơn")).toHaveLength(1)
})

async function handleOf(id: string): Promise<string> {
  const { rows } = await db().query("select handle from producer where id = $1", [id])
  return rows[0].handle
}
