import { gzipSync } from "node:zlib"
import type { Browser } from "playwright-core"
import { accessibilityProblems, launch, open } from "../harness/browser"
import { db } from "../harness/shop"
import { http, type Maker, newLot, twoMakers } from "../http/helpers/lots"

describe("the page behind the QR in a browser", () => {
  let browser: Browser
  let maker: Maker
  let code: string

  beforeAll(async () => {
    ;[maker] = await twoMakers()
    ;({ code } = await newLot(maker))
    browser = await launch()
  })
  afterAll(() => browser.close())

  const outcome = async (change?: (proof: string) => string) => {
    const page = await open(browser, { width: 360 })
    if (change)
      await page.route("**/trace-log/proof/**", async (route) => {
        const reply = await route.fetch()
        await route.fulfill({ response: reply, body: change(await reply.text()) })
      })
    await page.goto(`/lot/${code}`)
    await page.waitForFunction(
      () =>
        document.querySelector("[data-proof]")?.querySelector("[role=status]")?.textContent?.includes("Máy của bạn") ||
        document.querySelector("[data-outcome=mismatch]") !== null,
    )
    return page
  }

  it("checks the records in the browser itself, on a small phone and without an obstacle", async () => {
    const page = await outcome()
    expect(await page.locator("[data-outcome]").getAttribute("data-outcome")).toBe("checked")
    expect(await page.getByRole("status").textContent()).toContain("đã kiểm tra 3 bản ghi")
    expect(await page.getByText("Kiểm tra chất lượng").isVisible()).toBe(true)
    expect(await page.locator("figure svg").isVisible()).toBe(true)
    expect(await accessibilityProblems(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
    await page.emulateMedia({ media: "print" })
    expect(await page.locator(".lot-qr svg").isVisible()).toBe(true)
    await page.context().close()
  })

  it("refuses a copy in which one word was changed", async () => {
    const page = await outcome((proof) => proof.replace("Lò củi", "Lò gas"))
    expect(await page.locator("[data-outcome]").getAttribute("data-outcome")).toBe("mismatch")
    expect(await page.getByRole("status").textContent()).toContain("Không khớp")
    await page.context().close()
  })

  it("claims no check without JavaScript, and tells the story all the same", async () => {
    const page = await open(browser, { width: 360, javaScriptEnabled: false })
    await page.goto(`/lot/${code}`)
    expect(await page.getByRole("status").textContent()).toContain("Chưa kiểm tra trên máy này")
    expect(await page.getByText("Kiểm tra chất lượng").isVisible()).toBe(true)
    expect(await page.getByRole("link", { name: "Tải bằng chứng" }).isVisible()).toBe(true)
    await page.context().close()
  })

  it("weighs at most 15 kB with its scripts, and a recalled lot has no obstacle either", async () => {
    const parts = await Promise.all(
      [`/lot/${code}`, "/assets/proof-check.js", "/assets/log-proof.js"].map(async (path) => {
        const { text, body } = await http().get(path).expect(200)
        return gzipSync(text ?? String(body)).length
      }),
    )
    const bytes = parts.reduce((sum, part) => sum + part, 0)
    console.log(`page of a lot with its scripts: ${bytes} bytes compressed`)
    expect(bytes).toBeLessThanOrEqual(15_000)
    const { code: recalled, id } = await newLot(maker)
    await db().query("update lot set status = 'recalled' where id = $1", [id])
    const page = await open(browser, { width: 320 })
    await page.goto(`/lot/${recalled}`)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.context().close()
  })
})
