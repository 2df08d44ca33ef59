import { gzipSync } from "node:zlib"
import type { Browser } from "playwright-core"
import request from "supertest"
import { launch } from "../harness/browser"
import { baseUrl } from "../harness/shop"
import { Walker } from "./walker"

describe("the market", () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  it.each([360, 1280])("shows every public page without an obstacle at %i px", async (width) => {
    const visitor = await Walker.enter(browser, { width, height: 900 })
    await visitor.go("/market")
    await visitor.picture("market")
    await visitor.go("/market?ocop=4&sort=price")
    await visitor.go("/market/villages")
    await visitor.picture("villages")
    await visitor.go("/market/villages/la-xuyen")
    await visitor.go("/market")
    const product = await visitor.page.locator('main a[href^="/market/products/"]').first().getAttribute("href")
    await visitor.go(String(product))
    const maker = await visitor.page.locator('main a[href^="/market/producers/"]').first().getAttribute("href")
    await visitor.go(String(maker))
    await visitor.go("/market/products/khong-co", 404)
    await visitor.go("/producer/login")
    await visitor.go("/office/login")
    await visitor.leave()
  })

  it("speaks English to who asks for it", async () => {
    const visitor = await Walker.enter(browser, { width: 360, locale: "en-GB" })
    await visitor.go("/market")
    expect(await visitor.page.locator("html").getAttribute("lang")).toBe("en")
    await visitor.follow("Tiếng Việt")
    expect(await visitor.page.locator("html").getAttribute("lang")).toBe("vi")
    await visitor.go("/market")
    expect(await visitor.page.locator("html").getAttribute("lang")).toBe("vi")
    await visitor.leave()
  })

  it("weighs at most 15 kB before photos, and reports its first paint on slow 3G", async () => {
    const { text } = await request(baseUrl()).get("/market").expect(200)
    // The page carries its style in itself.
    expect(text).not.toContain('rel="stylesheet"')
    expect(gzipSync(text).length).toBeLessThanOrEqual(15_000)

    const visitor = await Walker.enter(browser, { width: 360 })
    const devtools = await visitor.page.context().newCDPSession(visitor.page)
    await devtools.send("Network.enable")
    // Chromium's "Slow 3G" of today is 400 ms and 400 kbit/s.
    const slow = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
    await devtools.send("Network.emulateNetworkConditions", slow)
    await visitor.page.goto("/market", { waitUntil: "commit" })
    await visitor.page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0)
    const paint = await visitor.page.evaluate(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
    )
    console.log(`first contentful paint of /market on slow 3G: ${Math.round(paint)} ms`)
    expect(paint).toBeGreaterThan(0)
    await visitor.leave()
  })
})
