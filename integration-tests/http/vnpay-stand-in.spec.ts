import { setTimeout as pause } from "node:timers/promises"
import request from "supertest"
import { findGoods, type Goods, type Session, shopClient } from "./basket"
import { attempt, newPayment, notice, ordersOf } from "./vnpay"

const shop = shopClient()
let goods: Goods

beforeAll(async () => {
  goods = await findGoods(shop)
})

describe("at the stand-in", () => {
  const payAt = async (session: Session, choice: string) => {
    const url = new URL(session.data.redirect_url)
    await request(shop.base)
      .get(`${url.pathname}${url.search}`)
      .expect(200, /Cổng giả lập/)
    const { headers } = await request(shop.base)
      .post(url.pathname)
      .type("form")
      .send({ choice, query: url.search.slice(1) })
      .expect(303)
    const back = new URL(headers.location ?? "")
    return `${back.pathname}${back.search}`
  }

  it("paying brings the buyer to the order", async () => {
    const { session, cart_id } = await newPayment(shop, goods)
    const { headers } = await request(shop.base)
      .get(await payAt(session, "success"))
      .expect(303)
    const [orderId] = await ordersOf(cart_id)
    expect(headers.location).toContain(`/market/orders/${orderId}`)
    expect(await attempt(session)).toMatchObject({ completion: "completed", order_id: orderId })
  })

  it.each([
    ["cancel", "Bạn đã thôi thanh toán", "24"],
    ["failure", "Tài khoản không đủ tiền", "51"],
    ["fraud", "Ngân hàng đang kiểm tra", "07"],
  ])("%s is told plainly", async (choice, sentence, response_code) => {
    const { session, cart_id } = await newPayment(shop, goods)
    const { text } = await request(shop.base)
      .get(await payAt(session, choice))
      .expect(200)
    expect(text).toContain(sentence)
    for (const end = Date.now() + 5000; (await attempt(session)).state === "pending" && Date.now() < end; )
      await pause(100)
    expect(await attempt(session)).toMatchObject({ response_code, completion: "none" })
    expect(await ordersOf(cart_id)).toEqual([])
  })

  it("a changed payment address is refused, so is a changed way back", async () => {
    const { session } = await newPayment(shop, goods)
    const url = new URL(session.data.redirect_url)
    url.searchParams.set("vnp_Amount", "100000")
    await request(shop.base)
      .get(`${url.pathname}${url.search}`)
      .expect(400, /checksum/)
    const back = await notice(session)
    const { text } = await request(shop.base)
      .get(`/market/pay/vnpay/return?${back.replace("ResponseCode=00", "ResponseCode=24")}`)
      .expect(400)
    expect(text).toContain("Không đọc được kết quả thanh toán")
  })

  it("the way back waits for the notice and changes nothing", async () => {
    const { session, cart_id } = await newPayment(shop, goods)
    const { text, headers } = await request(shop.base)
      .get(`/market/pay/vnpay/return?${await notice(session)}`)
      .expect(200)
    expect(text).toContain("Đang chờ ngân hàng báo")
    expect(headers.refresh).toMatch(/^5; url=\/market\/pay\/vnpay\/return\?.*&n=1$/)
    expect(await attempt(session)).toMatchObject({ state: "pending" })
    expect(await ordersOf(cart_id)).toEqual([])
    const again = headers.refresh?.split("url=")[1] ?? ""
    expect((await request(shop.base).get(again).expect(200)).headers.refresh).toMatch(/[^&]*&n=2$/)
  })
})
