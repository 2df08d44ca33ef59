import type { Browser, Page } from "playwright-core"
import sharp from "sharp"
import { accessibilityProblems, launch, open } from "../harness/browser"
import { baseUrl, db } from "../harness/shop"
import { day, type Maker, newLot, twoMakers } from "../http/helpers/lots"

let browser: Browser
let owner: Maker
let other: Maker
let lot: { id: string; code: string }

beforeAll(async () => {
  ;[browser, [owner, other]] = await Promise.all([launch(), twoMakers()])
  lot = await newLot(owner)
})
afterAll(() => browser.close())

const login = (page: Page, maker: Maker) =>
  page.context().addCookies([{ name: "vm_producer", value: maker.token, url: baseUrl(), httpOnly: true }])

const stepsOf = async (step: string) =>
  (await db().query("select * from epcis_event where lot_id = $1 and step = $2 and version = 0", [lot.id, step])).rows

async function until(what: string, holds: () => Promise<boolean>) {
  for (let tries = 0; tries < 100; tries++) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`It never came to this: ${what}`)
}

const queue = (page: Page, state: string) => page.locator(`#diary-queue li[data-state="${state}"]`)

describe("a potter between two firings", () => {
  let page: Page

  beforeAll(async () => {
    page = await open(browser)
    page.setDefaultTimeout(10_000)
    await login(page, owner)
  })
  afterAll(() => page.context().close())

  it("records what was done before with two taps", async () => {
    await page.goto("/producer/diary")
    expect(await accessibilityProblems(page)).toEqual([])
    await page.locator(".diary-again summary").filter({ hasText: "Kiểm tra chất lượng" }).click()
    await page.getByRole("button", { name: "Ghi: Kiểm tra chất lượng" }).click()
    await queue(page, "sent").waitFor()
    expect(await stepsOf("inspecting")).toHaveLength(2)
  })

  it("takes back a slip by declaring it", async () => {
    await queue(page, "sent").getByRole("button").click()
    await until("declared", async () => {
      const { rows } = await db().query("select 1 from lot_correction where lot_id = $1 and reason = 'did_not_occur'", [
        lot.id,
      ])
      return rows.length === 1
    })
    expect(await stepsOf("inspecting")).toHaveLength(2)
  })

  it("writes without signal, step and photo, and opens the pages again", async () => {
    await page.waitForSelector("html[data-offline=ready]")
    await page.goto(`/producer/diary/${lot.id}`)
    await page.waitForSelector("html[data-offline=ready]")
    expect(await accessibilityProblems(page)).toEqual([])
    await page.context().setOffline(true)
    await page.reload()
    await page.getByRole("radio", { name: "Đóng gói" }).check()
    await page.fill("#amount", "38")
    const photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: "#8a4b2a" } })
      .jpeg()
      .toBuffer()
    await page.setInputFiles("input#photo", { name: "a.jpg", mimeType: "image/jpeg", buffer: photo })
    await page.getByRole("button", { name: "Ghi xong" }).click()
    await queue(page, "waiting").waitFor()
    expect(await queue(page, "waiting").textContent()).toContain("chờ sóng")
    await page.goto("/producer/diary")
    expect(await queue(page, "waiting").count()).toBe(1)
    expect(await stepsOf("packing")).toHaveLength(0)
  })

  it("sends it once when the signal is back, from two tabs, with a reply lost on the way", async () => {
    const second = await page.context().newPage()
    await second.goto("/producer/diary")
    let lost = 0
    await page.context().route("**/producer/diary-entries", async (route) => {
      if (lost++ > 0) return route.continue()
      await route.fetch().catch(() => undefined)
      await route.abort()
    })
    await page.context().setOffline(false)
    await until("sent", async () => (await queue(page, "sent").count()) === 1)
    const [packed, ...more] = await stepsOf("packing")
    expect(more).toEqual([])
    expect(packed.event.quantityList[0].quantity).toBe(38)
    expect(packed.record["vm:photos"]).toHaveLength(1)
    await second.close()
  })

  it("keeps what is written after the login has run out, and never sends it for another", async () => {
    await page.goto("/producer/diary")
    await page.context().setOffline(true)
    await page.locator(".diary-again summary").filter({ hasText: "Nhận nguyên liệu" }).click()
    await page.getByRole("button", { name: "Ghi: Nhận nguyên liệu" }).click()
    await queue(page, "waiting").waitFor()
    await page.context().clearCookies()
    await login(page, other)
    await page.context().setOffline(false)
    await page.goto("/producer/diary")
    await page.getByText("của một gian hàng khác").waitFor()
    expect(await stepsOf("materials")).toHaveLength(1)
    await page.context().clearCookies()
    await login(page, owner)
    await page.goto("/producer/diary")
    await until("sent by its own household", async () => (await stepsOf("materials")).length === 2)
  })
})

it("needs no script", async () => {
  const page = await open(browser, { javaScriptEnabled: false })
  await login(page, owner)
  await page.goto(`/producer/diary/${lot.id}`)
  await page.getByRole("radio", { name: "Cất kho" }).check()
  await page.fill("#amount", "12")
  await page.fill("#happened_at", day(0))
  await page.getByRole("button", { name: "Ghi xong" }).click()
  await page.getByText("Đã ghi: Cất kho.").waitFor()
  expect(await stepsOf("storing")).toHaveLength(1)
  await page.context().close()
})
