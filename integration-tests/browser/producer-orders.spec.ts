import type { Browser } from "playwright-core"
import { launch } from "../harness/browser"
import { baseUrl, db } from "../harness/shop"
import { type Maker, twoMakers } from "../http/helpers/lots"
import type { Part } from "../http/helpers/orders"
import { newPart, stock } from "../http/helpers/own-orders"
import { Walker } from "./walker"

const VISITS = [
  { width: 360, javaScriptEnabled: true },
  { width: 1280, height: 900, javaScriptEnabled: true },
  { width: 360, javaScriptEnabled: false },
]

describe.each(VISITS)("a household's day at $width px, JavaScript $javaScriptEnabled", (visit) => {
  let browser: Browser
  let maker: Maker
  let household: Walker
  let part: Part

  beforeAll(async () => {
    ;[maker] = await twoMakers()
    await stock(maker, 20)
    part = await newPart(maker, 3)
    browser = await launch()
    household = await Walker.enter(browser, visit)
    await household.page.context().addCookies([{ name: "vm_producer", value: maker.token, url: baseUrl() }])
  })
  afterAll(() => browser.close())

  const sees = (text: string | RegExp) => household.page.getByText(text).first().isVisible()
  const pdf = async (path: string) => {
    const reply = await household.page.request.get(path)
    return [reply.status(), reply.headers()["content-type"]]
  }

  it("finds the new order and how long there is to answer", async () => {
    await household.go("/producer/orders")
    expect(await sees(/^Còn 2\d giờ/)).toBe(true)
    await household.follow(/^Mới \(1\)$/)
    await household.follow(/^Đơn \S+-1$/)
    expect(await sees(/^Thu của khách .* tiền mặt khi giao\.$/)).toBe(true)
    await household.press("Nhận đơn")
    expect(await sees("Đã nhận đơn. Khách được báo.")).toBe(true)
  })

  it("cannot make one of the pieces in time and cancels that one only, after a last look", async () => {
    await household.follow("Hủy đơn hoặc một phần…")
    await household.fill("much", "some")
    const { rows } = await db().query("select id from producer_order_line where producer_order_id = $1", [part.id])
    await household.fill(`n_${rows[0].id}`, "1")
    await household.page.getByRole("button", { name: "Hủy và báo khách" }).click()
    expect(await sees("Xin chọn hoặc viết lý do.")).toBe(true)
    await household.fill("suggested", "Không kịp làm")
    await household.press("Hủy và báo khách")
    expect(await sees("đã hủy 1 cái")).toBe(true)
  })

  it("prints, packs, notices a slip of the finger, packs again and gives it to a carrier", async () => {
    expect(await pdf(`/producer/orders/${part.id}/slip.pdf`)).toEqual([200, "application/pdf"])
    expect(await pdf(`/producer/orders/${part.id}/label.pdf`)).toEqual([200, "application/pdf"])
    await household.press("Đã đóng gói")
    await household.press("Chưa gói xong, quay lại")
    await household.press("Đã đóng gói")
    await household.press("Đã giao hàng đi")
    expect(await sees(/^Đơn này trả tiền mặt/)).toBe(true)
    await household.fill("carrier", "Bưu điện Nam Trực")
    await household.fill("tracking_code", "NT123")
    await household.press("Đã giao hàng đi")
    expect(await sees("NT123")).toBe(true)
    await household.fill("cash_collected", "yes")
    await household.press("Khách đã nhận hàng")
    expect(await sees(/^Xin ghi mã 4 số của khách/)).toBe(true)
    const { rows } = await db().query("select code from cash_code where producer_order_id = $1", [part.id])
    await household.fill("cash_code", rows[0].code)
    await household.press("Khách đã nhận hàng")
    expect(await sees(/^Đã thu .* tiền mặt\.$/)).toBe(true)
  })

  it("hears that a piece came broken, agrees, and has it back", async () => {
    await db().query(
      `insert into return_request (id, producer_order_id, order_id, line_id, quantity, reason, note, asked_at)
       select 'poret_' || id, producer_order_id, $2, id, 1, 'damaged', 'Bình bị nứt ở miệng', now()
       from producer_order_line where producer_order_id = $1`,
      [part.id, part.order_id],
    )
    await household.go("/producer/orders")
    expect(await sees("1 yêu cầu trả hàng")).toBe(true)
    await household.follow(/^Đơn \S+-1$/)
    await household.follow(/^Trả lời/)
    expect(await sees(/Bình bị nứt ở miệng/)).toBe(true)
    await household.press("Đồng ý nhận lại")
    await household.follow(/^Đã nhận lại hàng/)
    await household.fill("restock", "no")
    await household.press("Đã nhận lại hàng")
    expect(await sees(/tiền mặt còn phải trả lại khách/)).toBe(true)
    await household.page.getByText("Đơn này đã qua những gì").click()
    expect(await sees(/^Đồng ý cho trả hàng/)).toBe(true)
  })
})
