import type { Browser } from "playwright-core"
import { launch } from "../harness/browser"
import { baseUrl } from "../harness/shop"
import { type Maker, newLot, openKnex, twoMakers } from "../http/helpers/lots"
import { HOME, newOfficial, operatorToken } from "../http/helpers/officials"
import { newPart, stock } from "../http/helpers/own-orders"
import { change, copyOrder, forgetCopies, soldFrom } from "../http/helpers/recalls"
import { Walker } from "./walker"

/** Without JavaScript the same forms are sent by `recall.spec.ts` of the HTTP tests. */
const VISIT = { width: 360, javaScriptEnabled: true }

/** A household calls a lot back on its phone; an official of the commune sees how far it has come. */
describe("recalling a lot", () => {
  const pg = openKnex()
  let browser: Browser
  let maker: Maker
  let walker: Walker
  let lot: { id: string; code: string }

  beforeAll(async () => {
    ;[maker] = await twoMakers()
    await stock(maker, 20)
    lot = await newLot(maker)
    const half = await newLot(maker)
    await change(maker, "split", [lot], [half])
    const { id: part } = await newPart(maker)
    await soldFrom(pg, maker, { part }, half)
    await copyOrder({ part }, "packed")
    const official = await newOfficial(await operatorToken(), "commune", HOME)
    browser = await launch()
    walker = await Walker.enter(browser, VISIT)
    await walker.page.context().addCookies([
      { name: "vm_producer", value: maker.token, url: baseUrl() },
      { name: "vm_official", value: official.token, url: baseUrl() },
    ])
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await forgetCopies()
    await pg.destroy()
  })

  const sees = (text: string | RegExp) => walker.page.getByText(text).first().isVisible()

  it("shows what it will touch, asks once, and lists who was told", async () => {
    await walker.go(`/producer/lots/${lot.id}`)
    await walker.follow("Thu hồi lô này")
    expect(await sees("1 đơn đã nhận hàng của lô này")).toBe(true)
    await walker.press("Xem lại trước khi thu hồi")
    expect(await sees("Xin chọn lý do.")).toBe(true)
    await walker.fill("reason", "contaminated")
    await walker.fill("advice", "bring_back")
    await walker.fill("detail", "Mẫu thử có chì")
    await walker.press("Xem lại trước khi thu hồi")
    await walker.press("Thu hồi và báo ngay")
    expect(await sees("Đã thu hồi. Chợ đang báo cho người mua.")).toBe(true)
    await walker.go("/office/recalls")
    await walker.go(`/office/recalls/trace?lot=${lot.code}`)
    expect(await sees("Chia lô")).toBe(true)
    await walker.go("/office/recalls")
    await walker.follow(new RegExp(lot.code))
    expect(await sees(/Mẫu thử có chì/)).toBe(true)
    await walker.fill("lift_reason", "Thử lại đạt")
    await walker.press("Gỡ thu hồi")
    expect(await sees("Đã gỡ thu hồi. Lô được bán lại.")).toBe(true)
  }, 30_000)
})
