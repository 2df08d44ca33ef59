import type { Browser } from "playwright-core"
import { readVietQr } from "../../plugins/village-market/src/modules/gateway/vietqr/payload"
import { launch } from "../harness/browser"
import { db } from "../harness/shop"
import { maker, until } from "../http/helpers/buyer"
import { BUYER } from "../http/helpers/orders"
import { Walker } from "./walker"

const VISITS = [
  { width: 360, javaScriptEnabled: true },
  { width: 360, javaScriptEnabled: false },
]

/** From the basket over the QR and the stand-in bank to an order that is paid. */
describe.each(VISITS)("paying by bank transfer at $width px, JavaScript $javaScriptEnabled", (visit) => {
  let browser: Browser
  let buyer: Walker
  let handle: string
  let order: string

  beforeAll(async () => {
    browser = await launch()
    const { variant_id } = await maker(visit.javaScriptEnabled ? 155_000 : 156_000)
    const { rows } = await db().query(
      "select p.handle from product p join product_variant v on v.product_id = p.id where v.id = $1",
      [variant_id],
    )
    handle = rows[0].handle
    buyer = await Walker.enter(browser, visit)
  }, 60_000)
  afterAll(() => browser.close())

  const sees = (text: string | RegExp) => buyer.page.getByText(text).first().isVisible()
  const field = (name: string) => buyer.page.locator(`main [name="${name}"]:not([type=hidden])`).inputValue()

  it("orders and is shown the QR with everything that is in it", async () => {
    await buyer.go(`/market/products/${handle}`)
    await buyer.press("Thêm vào giỏ")
    await buyer.go("/market/basket")
    await buyer.follow("Đặt hàng")
    await buyer.fill("name", BUYER.name)
    await buyer.fill("phone", BUYER.phone)
    await buyer.fill("province", "01")
    await buyer.press("Tiếp tục")
    await buyer.fill("commune", "00004")
    await buyer.fill("street", BUYER.street)
    await buyer.press("Tiếp tục")
    await buyer.press("Tiếp tục")
    await buyer.fill("means", "bank")
    await buyer.press("Đặt hàng và trả tiền")
    order = buyer.page.url()
    expect(new URL(order).pathname).toMatch(/^\/market\/orders\//)
    expect(await sees("Chuyển khoản để chốt đơn")).toBe(true)
    expect(await buyer.page.locator(".transfer svg[role=img]").isVisible()).toBe(true)
    const { data } = await stored()
    const asked = readVietQr(data.payload)
    for (const text of [asked?.content ?? "", asked?.account ?? "", data.holder]) {
      expect(await buyer.page.locator(".transfer dl").getByText(text).isVisible()).toBe(true)
    }
    expect(await buyer.page.locator(".copy-button").count()).toBe(visit.javaScriptEnabled ? 3 : 0)
  }, 60_000)

  it("is told when less came, and that somebody looks at it", async () => {
    await buyer.follow("Mở ngân hàng thử nghiệm")
    expect(Number(await field("amount"))).toBe((await stored()).amount)
    await buyer.fill("amount", "1000")
    await buyer.press("Chuyển tiền")
    await buyer.follow("Về đơn hàng")
    await settled("1.000 ₫, khác với số tiền của đơn")
  }, 60_000)

  it("pays at the bank and is told so, without doing anything where there is JavaScript", async () => {
    await buyer.follow("Mở ngân hàng thử nghiệm")
    if (visit.javaScriptEnabled) {
      const bank = await buyer.page.context().newPage()
      await bank.goto(buyer.page.url())
      await buyer.go(order)
      await Promise.all([bank.waitForNavigation(), bank.getByRole("button", { name: "Chuyển tiền" }).click()])
      await bank.close()
      await buyer.page.getByText("Đã báo cho nơi sản xuất").first().waitFor({ timeout: 20_000 })
    } else {
      await buyer.press("Chuyển tiền")
      await buyer.follow("Về đơn hàng")
      await settled("Đã báo cho nơi sản xuất")
    }
    await buyer.look()
    expect(await sees("Bạn đã trả")).toBe(true)
    expect(await buyer.page.locator(".transfer").count()).toBe(0)
  }, 60_000)

  /** Looks again by hand until the page says so. */
  const settled = (text: string) =>
    until(async () => {
      await buyer.page.goto(order)
      return (await sees(text)) || undefined
    })

  async function stored() {
    const { rows } = await db().query(
      `select s.data, s.amount::int from payment_session s join cart_payment_collection c
         on c.payment_collection_id = s.payment_collection_id join order_cart o on o.cart_id = c.cart_id
       where o.order_id = $1 and s.provider_id = 'pp_bank_bank' order by s.created_at desc limit 1`,
      [new URL(order).pathname.split("/").at(-1)],
    )
    return rows[0]
  }
})
