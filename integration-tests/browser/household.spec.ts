import { setTimeout as pause } from "node:timers/promises"
import type { Browser } from "playwright-core"
import sharp from "sharp"
import { launch } from "../harness/browser"
import { demo } from "../harness/shop"
import { lastCode, randomPhone } from "../http/helpers/phone-login"
import { Walker } from "./walker"

const VISITS = [
  { width: 360, javaScriptEnabled: true },
  { width: 1280, height: 900, javaScriptEnabled: true },
  { width: 360, javaScriptEnabled: false },
]

describe.each(VISITS)("a household at $width px, JavaScript $javaScriptEnabled", (visit) => {
  const phone = randomPhone()
  const shop = `Gốm nhà ${phone.slice(-4)}`
  const title = `Lọ hoa men nâu ${phone.slice(-6)}`
  const folded = `lo hoa men nau ${phone.slice(-6)}`
  let browser: Browser
  let household: Walker
  let buyer: Walker

  beforeAll(async () => {
    browser = await launch()
    household = await Walker.enter(browser, visit)
    buyer = await Walker.enter(browser, visit)
  })
  afterAll(() => browser.close())

  it("registers by phone, one question a screen", async () => {
    await household.go("/producer/register")
    await household.picture("consent")
    await household.fill("agree", "yes")
    await household.press("Tiếp tục")
    await household.fill("phone", phone)
    await household.press("Gửi mã cho tôi")
    await household.fill("code", await lastCode(phone))
    await household.press("Vào gian hàng")
    await household.fill("name", shop)
    await household.fill("kind", "household")
    await household.press("Tiếp tục")
    await household.go("/producer/register/commune?q=yen+ninh")
    await household.choose("commune_code", "13834")
    await household.fill("craft_village_id", "la-xuyen")
    await household.press("Tiếp tục")
    await household.fill("makes", "Lọ hoa, ấm trà")
    await household.press("Tiếp tục")
    await household.fill("origin", "own_made")
    await household.press("Tiếp tục")
    await household.press("Tiếp tục")
    await household.press("Tiếp tục")
    await household.press("Gửi hồ sơ")
    expect(await household.page.getByText("Chờ duyệt").first().isVisible()).toBe(true)
  })

  it("is approved by an official of the province", async () => {
    const official = await Walker.enter(browser, { ...visit })
    const account = demo().officials.find(({ area }) => area === "37")
    await official.go("/office/login")
    await official.fill("email", account?.email ?? "")
    await official.fill("password", account?.password ?? "")
    await official.press("Đăng nhập")
    await official.picture("office")
    await official.go(`/office?q=${encodeURIComponent(shop)}`)
    await official.follow(shop)
    await official.press(/^Duyệt/)
    expect(await official.page.getByText("Đang bán").first().isVisible()).toBe(true)
    await official.leave()
  })

  it("posts a product with a photo", async () => {
    await household.go("/producer/products/new")
    // As a phone held upright stores it: sideways, with a note to turn it.
    const photo = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: "#8a4b2a" } })
      .composite([
        {
          input: Buffer.from(
            '<svg width="1600" height="1200"><ellipse cx="800" cy="600" rx="420" ry="300" fill="#d8b48a"/></svg>',
          ),
        },
      ])
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    await household.page.setInputFiles('main input[name="photo"]', {
      name: "anh.jpg",
      mimeType: "image/jpeg",
      buffer: photo,
    })
    await household.picture("post")
    await household.press("Tiếp tục")
    await household.fill("title", title)
    await household.press("Tiếp tục")
    const shelf = await household.page.locator('main select[name="category_id"] option').nth(1).getAttribute("value")
    await household.fill("category_id", shelf ?? "")
    await household.fill("material", "đất sét nâu")
    await household.press("Tiếp tục")
    await household.fill("price", "250.000")
    await household.fill("unit", "cái")
    await household.press("Tiếp tục")
    await household.fill("stock", "7")
    await household.press("Tiếp tục")
    await household.fill("weight", "900")
    await household.fill("weight_unit", "g")
    await household.press("Tiếp tục")
    await household.press("Tiếp tục")
    await household.press("Đăng sản phẩm")
    expect(await household.page.getByText("Đã đăng.").isVisible()).toBe(true)
  })

  it("is found by a buyer who types no marks", async () => {
    for (let tries = 0; ; tries++) {
      await buyer.go(`/market?q=${encodeURIComponent(folded)}`)
      if (await buyer.page.getByRole("link", { name: title }).count()) break
      // The index follows an edit within a second or two.
      expect(tries).toBeLessThan(20)
      await pause(250)
    }
    await buyer.follow(title)
    await buyer.picture("product")
    expect(await buyer.page.getByText("250.000").first().isVisible()).toBe(true)
    expect(await buyer.page.getByText(shop).first().isVisible()).toBe(true)
    const img = buyer.page.locator("main picture img").first()
    const [width, height] = [await img.getAttribute("width"), await img.getAttribute("height")]
    expect(Number(height)).toBeGreaterThan(Number(width))
  })

  it("changes the price, which the buyer sees at once", async () => {
    const at = buyer.page.url()
    await household.go("/producer/products")
    await household.picture("products")
    await household.follow(title)
    await household.fill("price", "275.000")
    await household.press("Lưu")
    await buyer.page.goto(at)
    expect(await buyer.page.getByText("275.000").first().isVisible()).toBe(true)
  })

  it("hides the product, which is gone at once", async () => {
    const at = new URL(buyer.page.url()).pathname
    await household.press("Ẩn khỏi chợ")
    await buyer.go(at, 404)
    await buyer.go(`/market?q=${encodeURIComponent(folded)}`)
    expect(await buyer.page.getByRole("link", { name: title }).count()).toBe(0)
  })
})
