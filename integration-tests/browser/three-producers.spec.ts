import type { Browser } from "playwright-core"
import { launch } from "../harness/browser"
import { baseUrl, db } from "../harness/shop"
import { buyFrom, keyOf, type Maker, maker, messagesAbout, until } from "../http/helpers/buyer"
import { HOME, newOfficial, operatorToken } from "../http/helpers/officials"
import type { Part } from "../http/helpers/orders"
import { Walker } from "./walker"

const VISITS = [
  { width: 360, javaScriptEnabled: true },
  { width: 360, javaScriptEnabled: false },
]
const dong = (amount: number) => `${new Intl.NumberFormat("vi-VN").format(amount)} ₫`

/** An order of three makers, paid by VNPay: one declines, one delivers and takes a piece back, one is left alone. */
describe.each(VISITS)("three producers at $width px, JavaScript $javaScriptEnabled", (visit) => {
  let browser: Browser
  let makers: [Maker, Maker, Maker]
  let parts: [Part, Part, Part]
  let buyer: Walker
  let home: string
  const prices = [120_001, 65_000, 43_333] as const

  const enter = async (cookie?: { name: string; value: string }) => {
    const walker = await Walker.enter(browser, visit)
    if (cookie) await walker.page.context().addCookies([{ ...cookie, url: baseUrl() }])
    return walker
  }
  const asMaker = (index: 0 | 1 | 2) => enter({ name: "vm_producer", value: makers[index].token })
  /** The text of an element, spaces as spaces. */
  const text = async (walker: Walker, selector: string) =>
    ((await walker.page.locator(selector).textContent()) ?? "").replace(/\s+/g, " ")
  const card = (index: 0 | 1 | 2) => text(buyer, `[id="${parts[index].id}"]`)
  const sums = () => text(buyer, "section[aria-labelledby=sums]")

  beforeAll(async () => {
    browser = await launch()
    makers = [await maker(prices[0]), await maker(prices[1]), await maker(prices[2])]
    parts = (await buyFrom(makers, 2, "stand-in")) as [Part, Part, Part]
    const order = parts[0].order_id
    home = `/market/orders/${order}?key=${await keyOf(order)}`
    buyer = await enter()
  }, 90_000)
  afterAll(() => browser.close())

  it("shows a part per producer, and the whole as paid", async () => {
    await buyer.go(home)
    for (const index of [0, 1, 2] as const) {
      expect(await card(index)).toContain("Đã báo cho nơi sản xuất")
      expect(await card(index)).toContain(`Phần này${dong(parts[index].total)}`)
    }
    const all = parts.reduce((sum, { total }) => sum + total, 0)
    expect(await sums()).toContain(`Bạn đã trả${dong(all)}`)
  }, 60_000)

  it("lets one decline: the buyer sees why and what goes back, the others stay as they are", async () => {
    const [declined, , left] = parts
    const walker = await asMaker(0)
    await walker.go(`/producer/orders/${declined.id}/cancel`)
    await walker.fill("reason", "Lò hỏng, không kịp nung")
    await Promise.all([walker.page.waitForNavigation(), walker.page.locator('main form button[type="submit"]').click()])
    await walker.look()
    expect(new URL(walker.page.url()).pathname).toBe(`/producer/orders/${declined.id}`)
    await walker.leave()
    await buyer.go(home)
    expect(await card(0)).toContain("Đã hủy")
    expect(await card(0)).toContain("Lò hỏng, không kịp nung")
    expect(await card(0)).toContain(`Phần này${dong(0)}`)
    expect(await card(2)).toContain(`Phần này${dong(left.total)}`)
    const costs = parts[1].total + left.total
    expect(await sums()).toContain(`Còn lại${dong(costs)}`)
    expect(await sums()).toMatch(new RegExp(`(Sẽ hoàn|Đã hoàn) cho bạn${dong(declined.total)}`))
  }, 60_000)

  it("lets the buyer ask for a return, which its producer accepts and receives; exactly one piece goes back", async () => {
    const part = parts[1]
    await makers[1]
      .as("post", `/producers/me/orders/${part.id}/hand-over`)
      .send({ carrier: "Viettel Post" })
      .expect(200)
    await buyer.go(home)
    await buyer.press("Tôi đã nhận được hàng")
    await buyer.follow("Xin trả hàng…")
    await buyer.fill("quantity", "1")
    await buyer.fill("reason", "damaged")
    await buyer.fill("note", "Vỡ vòi")
    await buyer.press("Gửi yêu cầu trả hàng")
    expect(await card(1)).toContain("Đang chờ nơi sản xuất trả lời")
    const { rows } = await db().query("select id from return_request where producer_order_id = $1", [part.id])
    await makers[1]
      .as("post", `/producers/me/orders/${part.id}/returns/${rows[0].id}`)
      .send({ answer: "receive", note: "Đã nhận lại" })
      .expect(200)
    await buyer.go(home)
    expect(await card(1)).toContain("Nơi sản xuất đã nhận lại hàng")
    // Damaged goods go back with their share of the delivery.
    const back = prices[1] + Math.floor(part.shipping / 2)
    expect(await card(1)).toContain(`Phần này${dong(part.total - back)}`)
    expect(await card(2)).toContain(`Phần này${dong(parts[2].total)}`)
    expect(await sums()).toContain(`Còn lại${dong(part.total - back + parts[2].total)}`)
    await buyer.picture("order-three", "main h1")
  }, 60_000)

  it("says refunded once the bank has confirmed it, and the books agree for everybody", async () => {
    const { order_id } = parts[0]
    const [owed] = (
      await db().query("select sum(amount)::float8 as sum from refund_due where order_id = $1", [order_id])
    ).rows
    await until(async () => {
      const { rows } = await db().query("select 1 from refund_due where order_id = $1 and returned_at is null", [
        order_id,
      ])
      return rows.length === 0
    }, 60)
    await until(async () => (await messagesAbout(order_id)).some((said) => said.includes("Ngân hàng xác nhận đã hoàn")))
    await buyer.go(home)
    expect(await sums()).toContain(`Đã hoàn cho bạn${dong(owed.sum)}`)
    expect(await sums()).not.toContain("Sẽ hoàn")
    const { rows } = await db().query(
      "select producer_id, sum(goods - discount + shipping)::float8 as now from sale_event where order_id = $1 and kind in ('placed', 'cancelled', 'returned') group by 1",
      [order_id],
    )
    const all = parts.reduce((sum, { total }) => sum + total, 0)
    expect(rows.reduce((sum, { now }) => sum + now, 0)).toBe(all - owed.sum)
    for (const index of [0, 1, 2] as const) {
      const walker = await asMaker(index)
      await walker.go(`/producer/orders/${parts[index].id}`)
      const now = rows.find(({ producer_id }) => producer_id === makers[index].id).now
      if (now > 0) expect(await text(walker, "main")).toContain(dong(now))
      await walker.leave()
    }
    const official = await newOfficial(await operatorToken(), "commune", HOME)
    const office = await enter({ name: "vm_official", value: official.token })
    await office.go("/office/orders?limit=100")
    const { rows: numbers } = await db().query(
      "select display_no, due::float8 as due from producer_order where order_id = $1",
      [order_id],
    )
    for (const { display_no, due } of numbers) {
      const row = office.page.locator("tr", {
        has: office.page.getByRole("rowheader", { name: display_no, exact: true }),
      })
      expect(((await row.textContent()) ?? "").replace(/\s+/g, " ")).toContain(dong(due))
    }
    await office.leave()
  }, 120_000)
})
