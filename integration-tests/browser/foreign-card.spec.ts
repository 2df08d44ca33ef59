import type { Browser } from "playwright-core"
import { launch } from "../harness/browser"
import { db } from "../harness/shop"
import { type Maker, maker } from "../http/helpers/buyer"
import { BUYER } from "../http/helpers/orders"
import { Walker } from "./walker"

const VISITS = [
  { width: 360, javaScriptEnabled: true },
  { width: 360, javaScriptEnabled: false },
]

/** From the basket to the order's page by a foreign card, once called off on the way. */
describe.each(VISITS)("a foreign card at $width px, JavaScript $javaScriptEnabled", (visit) => {
  let browser: Browser
  let from: Maker
  let buyer: Walker

  beforeAll(async () => {
    browser = await launch()
    from = await maker(180_000)
    buyer = await Walker.enter(browser, visit)
  }, 60_000)
  afterAll(() => browser.close())

  const where = () => new URL(buyer.page.url()).pathname
  const sees = (text: string | RegExp) => buyer.page.getByText(text).first().isVisible()

  it("is taken on Stripe's page alone, and leads to the order", async () => {
    const { rows } = await db().query(
      "select p.handle from product p join product_variant v on v.product_id = p.id where v.id = $1",
      [from.variant_id],
    )
    await buyer.go(`/market/products/${rows[0].handle}`)
    await buyer.press("Thêm vào giỏ")
    await buyer.follow("Đặt hàng")
    await buyer.fill("name", BUYER.name)
    await buyer.fill("phone", "0912 345 678")
    await buyer.fill("province", "01")
    await buyer.press("Tiếp tục")
    await buyer.fill("commune", "00004")
    await buyer.fill("street", BUYER.street)
    await buyer.press("Tiếp tục")
    await buyer.press("Tiếp tục")
    expect(where()).toBe("/market/checkout/payment")

    await buyer.fill("means", "stripe")
    await buyer.press("Đặt hàng và trả tiền")
    expect(where()).toMatch(/^\/demo\/stripe\/pay\/cs_/)
    expect(await buyer.page.locator("main input:not([type=hidden])").count()).toBe(0)
    await buyer.picture("stripe-stand-in-360")
    await buyer.choose("choice", "cancel")
    expect(where()).toBe("/market/pay/stripe/return")
    expect(await sees("Giỏ hàng vẫn còn nguyên")).toBe(true)
    await buyer.follow("Chọn lại cách trả")
    expect(where()).toBe("/market/checkout/payment")

    await buyer.fill("means", "stripe")
    await buyer.press("Đặt hàng và trả tiền")
    await buyer.choose("choice", "declined")
    expect(await sees("Thẻ bị từ chối. Bạn thử thẻ khác")).toBe(true)
    await buyer.choose("choice", "pay")
    // On a slow machine the page in between looks again by itself, without any script.
    await buyer.page.waitForURL(/\/market\/orders\//, { timeout: 30_000 })
    await buyer.look()
    expect(await sees("Đã báo cho nơi sản xuất")).toBe(true)
    expect(await sees("Thẻ nước ngoài")).toBe(true)
  }, 90_000)
})
