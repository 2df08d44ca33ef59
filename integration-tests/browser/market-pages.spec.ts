import type { Browser } from "playwright-core"
import { accessibilityProblems, launch, open } from "../harness/browser"
import { db } from "../harness/shop"

describe("the pages of the market", () => {
  let browser: Browser
  let paths: string[]

  beforeAll(async () => {
    browser = await launch()
    const { rows } = await db().query(
      `select p.handle, pr.handle as producer, pr.craft_village_id as village from listing l
       join product p on p.id = l.product_id and p.status = 'published'
       join producer pr on pr.id = l.producer_id
       where pr.craft_village_id is not null and l.ocop_stars is not null limit 1`,
    )
    const [{ handle, producer, village }] = rows
    paths = [
      "/market",
      "/market?category=do-go&in_stock=1&min_price=1000",
      "/market?q=nuoc+man",
      "/market?q=xyzzy",
      "/market?page=0",
      "/market/villages",
      `/market/villages/${village}`,
      `/market/producers/${producer}`,
      `/market/products/${handle}`,
      "/market/products/khong-co",
    ]
  })
  afterAll(() => browser.close())

  it("has no obstacle that axe finds, nor a page wider than the screen, on phone and desk", async () => {
    for (const width of [320, 360, 1280]) {
      const page = await open(browser, { width })
      for (const path of paths) {
        await page.goto(path)
        expect({ path, width, problems: await accessibilityProblems(page) }).toEqual({ path, width, problems: [] })
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect({ path, width, over: Math.max(0, over) }).toEqual({ path, width, over: 0 })
      }
      await page.context().close()
    }
  })

  it("is searched, filtered and read without JavaScript", async () => {
    for (const width of [360, 1280]) {
      const page = await open(browser, { width, javaScriptEnabled: false })
      await page.goto("/")
      await page.getByRole("searchbox").fill("gao tam")
      await page.getByRole("button", { name: "Tìm" }).click()
      await page.getByRole("link", { name: "Gạo tám xoan Hải Hậu" }).click()
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Gạo tám xoan Hải Hậu")
      await page.goto("/market")
      await page.getByText("Lọc thêm").click()
      await page.getByRole("link", { name: /^OCOP 4 sao/ }).click()
      const stars = await page.locator(".product .tag", { hasText: "OCOP" }).allTextContents()
      expect(stars.length).toBeGreaterThan(0)
      expect(stars.every((text) => text.startsWith("OCOP 4 sao"))).toBe(true)
      await page.getByRole("link", { name: /^Bỏ lọc/ }).click()
      await page.getByRole("link", { name: "English" }).click()
      expect(await page.locator("html").getAttribute("lang")).toBe("en")
      await page.getByRole("link", { name: "Villages" }).click()
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Craft villages of Ninh Binh")
      await page.context().close()
    }
  })

  it("can be walked by keyboard: the first stop leads to the content", async () => {
    const page = await open(browser, { width: 1280 })
    await page.goto("/market")
    await page.keyboard.press("Tab")
    expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("#main")
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)
    expect(outline).toBe("solid")
    await page.context().close()
  })

  it("shows its first text within a second on slow 3G, nothing kept from before", async () => {
    const times: number[] = []
    for (let i = 0; i < 3; i++) times.push(await firstPaint(browser))
    // The quickest of three: a busy machine only ever adds.
    const paint = Math.min(...times)
    console.log(`first text on slow 3G: ${Math.round(paint)} ms`)
    expect(paint).toBeLessThan(1000)
  })
})

async function firstPaint(browser: Browser) {
  const page = await open(browser)
  const slow = await page.context().newCDPSession(page)
  await slow.send("Network.enable")
  // Slow 3G as developers mean it: 400 kb/s down and up, 400 ms there and back.
  await slow.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  })
  await page.goto("/market")
  const paint = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const first = list.getEntriesByName("first-contentful-paint")[0]
          if (first) resolve(first.startTime)
        }).observe({ type: "paint", buffered: true })
      }),
  )
  await page.context().close()
  return paint
}
