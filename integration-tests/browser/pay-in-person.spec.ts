import type { Browser } from "playwright-core"
import { launch } from "../harness/browser"
import { baseUrl, db } from "../harness/shop"
import { type Maker, twoMakers } from "../http/helpers/lots"
import type { Part } from "../http/helpers/orders"
import { newPart, stock } from "../http/helpers/own-orders"
import { Walker } from "./walker"

const VISITS = [
  { width: 360, javaScriptEnabled: true },
  { width: 360, javaScriptEnabled: false },
]

/** A household's phone on the counter and at the door; whoever pays does so at the stand-in bank. */
describe.each(VISITS)("paid by QR in person, at $width px, JavaScript $javaScriptEnabled", (visit) => {
  let browser: Browser
  let maker: Maker
  let household: Walker
  let part: Part

  beforeAll(async () => {
    ;[maker] = await twoMakers()
    await stock(maker, 20)
    part = await newPart(maker)
    browser = await launch()
    household = await Walker.enter(browser, visit)
    await household.page.context().addCookies([{ name: "vm_producer", value: maker.token, url: baseUrl() }])
  }, 60_000)
  afterAll(() => browser.close())

  const sees = (text: string | RegExp) => household.page.getByText(text).first().isVisible()

  /** Pays at the bank in another window; the page on the screen comes to say so by itself. */
  async function paid(says: string | RegExp) {
    const bank = await household.page.context().newPage()
    const at = await household.page.getByRole("link", { name: "Mở ngân hàng thử nghiệm" }).getAttribute("href")
    await bank.goto(at ?? "")
    await Promise.all([bank.waitForNavigation(), bank.getByRole("button", { name: "Chuyển tiền" }).click()])
    await bank.close()
    await household.page.getByText(says).first().waitFor({ timeout: 40_000 })
    await household.look()
  }

  it("sells goods at the stall, and hears of the money without pressing anything", async () => {
    await household.go("/producer/stall")
    await household.press("Hiện mã QR")
    expect(await sees("Xin ghi số tiền, hoặc chọn hàng bán.")).toBe(true)
    await household.fill("amount", "85k")
    await household.fill("listing_id", maker.listing)
    await household.press("Hiện mã QR")
    expect(await household.page.locator(".big-qr svg[role=img]").isVisible()).toBe(true)
    expect(await sees(/^85\.000\s₫$/)).toBe(true)
    expect(await sees(/Xem lần cuối lúc \d\d:\d\d:\d\d/)).toBe(true)
    await paid("Giao hàng cho khách được rồi")
    await household.follow("Bán tiếp")
    expect(await sees(/^1 lần bán, đã nhận 85\.000\s₫\.$/)).toBe(true)
  }, 60_000)

  it("takes back what the passer-by does not buy after all", async () => {
    await household.fill("amount", "20.000")
    await household.fill("description", "1 chén nhỏ")
    await household.press("Hiện mã QR")
    await household.press("Hủy, khách không mua nữa")
    expect(await sees("Lần bán này đã hủy.")).toBe(true)
    expect(await household.page.locator(".big-qr").count()).toBe(0)
  }, 60_000)

  it("lets a buyer who has no cash pay at the door, and hands over without any", async () => {
    await household.go(`/producer/orders/${part.id}`)
    await household.press("Nhận đơn")
    await household.press("Đã đóng gói")
    await household.follow("Khách trả bằng QR")
    await household.press("Khách trả bằng QR")
    expect(await sees("Đưa màn hình này cho khách quét")).toBe(true)
    await paid("Đã nhận tiền")
    await household.follow("Về đơn hàng")
    expect(await sees(/^Ngân hàng báo đã nhận .* Không thu thêm gì nữa\.$/)).toBe(true)
    await household.press("Đã giao hàng đi")
    const { rows } = await db().query("select status, collected_by from producer_order where id = $1", [part.id])
    expect(rows).toEqual([{ status: "handed_over", collected_by: "bank" }])
  }, 60_000)
})
