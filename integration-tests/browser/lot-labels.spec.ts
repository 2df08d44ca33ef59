import type { Browser } from "playwright-core"
import { launch } from "../harness/browser"
import { baseUrl } from "../harness/shop"
import { type Maker, newLot, twoMakers } from "../http/helpers/lots"
import { Walker } from "./walker"

const VISITS = [
  { width: 360, javaScriptEnabled: true },
  { width: 1280, height: 900, javaScriptEnabled: false },
]

describe.each(VISITS)("a household prints labels at $width px, JavaScript $javaScriptEnabled", (visit) => {
  let browser: Browser
  let maker: Maker
  let household: Walker
  let lot: { id: string; code: string }

  beforeAll(async () => {
    ;[maker] = await twoMakers()
    lot = await newLot(maker)
    browser = await launch()
    household = await Walker.enter(browser, visit)
    await household.page.context().addCookies([{ name: "vm_producer", value: maker.token, url: baseUrl() }])
  })
  afterAll(() => browser.close())

  it("finds them at the lot, looks at the first sheet, and gets a file to print", async () => {
    const { page } = household
    await household.go(`/producer/lots/${lot.id}`)
    await household.follow("In nhiều tem một lúc")
    await household.fill("sheet", "a4-65")
    await household.fill("copies", "70")
    await household.fill("start", "60")
    await household.press("Xem trước")
    expect(await page.getByText("70 tem, 2 tờ.").isVisible()).toBe(true)
    const preview = page.locator("img.label-sheet")
    expect(await preview.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth > 0))).toBe(true)
    await household.fill("start", "66")
    await household.press("Tải tem để in (PDF)")
    expect(await page.getByText("Xin nhập số thứ tự một ô trên tờ giấy này.").first().isVisible()).toBe(true)
    await household.fill("start", "60")
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Tải tem để in (PDF)" }).click(),
    ])
    expect(download.suggestedFilename()).toBe(`tem-${lot.code}.pdf`)
  })
})
