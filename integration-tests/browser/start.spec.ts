import type { Browser } from "playwright-core"
import { accessibilityProblems, launch, open } from "../harness/browser"

describe("the shop in a browser", () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  it("shows the market on a small phone, with JavaScript and without", async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await open(browser, { width: 360, javaScriptEnabled })
      const response = await page.goto("/market")
      expect(response?.status()).toBe(200)
      expect(await page.getByRole("main").isVisible()).toBe(true)
      await page.context().close()
    }
  })

  it("has no obstacle that axe finds on the market page", async () => {
    const page = await open(browser)
    await page.goto("/market")
    expect(await accessibilityProblems(page)).toEqual([])
    await page.context().close()
  })
})
