import { setTimeout as pause } from "node:timers/promises"
import jsQR from "jsqr"
import type { Browser } from "playwright-core"
import sharp from "sharp"
import { launch } from "../harness/browser"
import { baseUrl, db, demo } from "../harness/shop"
import { day } from "../http/helpers/lots"
import { DEMO_CODE, messagesTo } from "../http/helpers/phone-login"
import { Walker } from "./walker"

const BUYER = { name: "Chị Hà", phone: "0912 345 678", street: "12 Đội Cấn" }
const TOLD = "Đã báo cho nơi sản xuất"
const GONE = "Đã giao hàng đi"
const SENT = "Đang trên đường tới bạn"
const HIDDEN = "dưới 3 hộ"
const VISITS = [
  { width: 360, javaScriptEnabled: true },
  { width: 360, javaScriptEnabled: false },
]

/** A household of the demonstration on presumptive tax, and one product of it. */
type Household = {
  producer_id: string
  name: string
  phone: string
  listing_id: string
  handle: string
  title: string
  price: number
  commune: string
  village: string | null
}

/** Two households that no other visit takes: a phone is sent one code a minute. */
async function twoHouseholds(visit: number): Promise<[Household, Household]> {
  const { rows } = await db().query<Household>(
    `select distinct on (l.producer_id) l.producer_id, pr.name, '0' || substr(pr.phone, 4) as phone, l.id as listing_id,
       p.handle, p.title, m.amount::int as price, c.full_name as commune, v.name as village
     from listing l
     join producer pr on pr.id = l.producer_id and pr.status = 'approved' and pr.kind = 'household'
     join commune c on c.code = pr.commune_code
     left join craft_village v on v.id = pr.craft_village_id
     join product p on p.id = l.product_id and p.status = 'published'
     join product_variant pv on pv.product_id = p.id
     join product_variant_price_set s on s.variant_id = pv.id
     join price m on m.price_set_id = s.price_set_id
     join product_variant_inventory_item i on i.variant_id = pv.id
     join inventory_level il on il.inventory_item_id = i.inventory_item_id and il.stocked_quantity - il.reserved_quantity > 3
     where l.producer_id = any ($1) and not l.hidden and l.deleted_at is null
     order by l.producer_id, l.id`,
    [demo().producers.map(({ id }) => id)],
  )
  const [first, second] = rows.slice(2 * visit)
  if (!first || !second) throw new Error("The demonstration has too few households with goods in stock")
  return [first, second]
}

/** What the shop's own rows say the province's figure is: the journal, and once more the order lines behind it. */
async function sums() {
  const { rows } = await db().query(
    `select
       (select coalesce(sum(net), 0)::float8 from sale_event
        where kind in ('handed_over', 'returned') and channel <> 'phone') as journal,
       (select coalesce(sum(
          (l.goods - l.goods * gone / l.quantity) - (l.discount - l.discount * gone / l.quantity)
          - (l.vat - l.vat * gone / l.quantity)
        ), 0)::float8 from (select *, cancelled + returned as gone from producer_order_line) l
        join producer_order o on o.id = l.producer_order_id
        where o.handed_over_at is not null and o.channel <> 'phone') as lines`,
  )
  return rows[0] as { journal: number; lines: number }
}

const dong = (text: string | null) => Number((text ?? "").replace(/\D/g, ""))

describe.each(VISITS)("the whole path at $width px, JavaScript $javaScriptEnabled", (visit) => {
  let browser: Browser
  let goods: [Household, Household]
  let makers: [Walker, Walker]
  let buyer: Walker
  let official: Walker
  let code: string
  let orderAt: string
  let before: number

  beforeAll(async () => {
    goods = await twoHouseholds(VISITS.indexOf(visit))
    browser = await launch()
    makers = [await Walker.enter(browser, visit), await Walker.enter(browser, visit)]
    buyer = await Walker.enter(browser, visit)
    official = await Walker.enter(browser, visit)
  })
  afterAll(() => browser.close())

  const sees = (walker: Walker, text: string | RegExp) => walker.page.getByText(text).first().isVisible()
  const total = async () => {
    await official.go("/office/statistics")
    const figure = official.page.locator("[data-total]")
    return (await figure.count()) ? dong(await figure.textContent()) : 0
  }

  async function addToBasket({ handle, title }: Household) {
    await buyer.go(`/market/products/${handle}`)
    await buyer.press("Thêm vào giỏ")
    expect(await sees(buyer, `Đã thêm “${title}” vào giỏ.`)).toBe(true)
  }

  async function addressAndShipping() {
    await buyer.follow("Đặt hàng")
    await buyer.fill("name", BUYER.name)
    await buyer.fill("phone", BUYER.phone)
    await buyer.fill("province", "01")
    await buyer.press("Tiếp tục")
    await buyer.fill("commune", "00004")
    await buyer.fill("street", BUYER.street)
    await buyer.press("Tiếp tục")
    await buyer.press("Tiếp tục")
    expect(new URL(buyer.page.url()).pathname).toBe("/market/checkout/payment")
  }

  /** Producers hear of an order a moment after it is there. */
  async function untilTold(parts: number) {
    for (let tries = 0; (await buyer.page.getByText(TOLD).count()) < parts; tries++) {
      expect(tries).toBeLessThan(40)
      await pause(250)
      await buyer.page.reload()
    }
  }

  async function openOrder(maker: Walker) {
    await maker.go("/producer/orders")
    await maker.follow(/^Đơn \S+-\d/)
  }

  it("lets the households in by phone and code", async () => {
    for (const [at, { phone }] of goods.entries()) {
      const maker = makers[at as 0 | 1]
      await maker.go("/producer/login")
      await maker.fill("phone", phone)
      await maker.press("Gửi mã cho tôi")
      await maker.fill("code", DEMO_CODE)
      await maker.press("Vào gian hàng")
      expect(new URL(maker.page.url()).pathname).toBe("/producer")
    }
  })

  it("opens a lot of three steps, whose label leads to its page", async () => {
    const [maker] = makers
    const [{ listing_id }] = goods
    await maker.go("/producer/lots/new")
    const product = maker.page.locator(`main a[href$="listing=${listing_id}"]`)
    if (await product.count()) {
      await Promise.all([maker.page.waitForNavigation(), product.click()])
      await maker.look()
    }
    await maker.fill("quantity", "12")
    const dates = await maker.page
      .locator('main input[name^="date_"]')
      .evaluateAll((inputs) => inputs.map((input) => input.getAttribute("name") ?? ""))
    for (const [at, name] of dates.slice(0, 3).entries()) await maker.fill(name, day(3 - at))
    await maker.press("Lưu lô hàng")
    expect(await sees(maker, "Đã mở lô hàng.")).toBe(true)
    await maker.picture("label", "main h1")
    code = (await maker.page.locator("main .lot-code").textContent()) ?? ""
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)

    const label = maker.page.locator("img.lot-label")
    const drawn = await label.evaluate(async (img) => {
      if (!(img instanceof HTMLImageElement)) return 0
      await img.decode()
      return img.naturalWidth
    })
    expect(drawn).toBeGreaterThan(0)
    const src = String(await label.getAttribute("src")).replace(".svg", ".png")
    const png = await (await maker.page.request.get(src)).body()
    const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    const read = jsQR(Uint8ClampedArray.from(data), info.width, info.height)
    expect(read?.data).toBe(`${baseUrl()}/lot/${code}`)
  })

  it("fills one basket from both", async () => {
    for (const household of goods) await addToBasket(household)
    await buyer.picture("basket", "main h1")
    for (const { name, title } of goods) {
      expect(await sees(buyer, `Từ ${name}`)).toBe(true)
      expect(await buyer.page.getByRole("link", { name: title }).count()).toBe(1)
    }
  })

  it("gives up at the gateway and finds the basket as it was", async () => {
    await addressAndShipping()
    await buyer.fill("means", "vnpay")
    await buyer.picture("payment", "main h1")
    await buyer.press("Đặt hàng và trả tiền")
    expect(new URL(buyer.page.url()).pathname).toBe("/demo/vnpay/pay")
    await buyer.press(/^Thôi, không thanh toán/)
    await buyer.page.getByText("Bạn đã thôi thanh toán. Chưa trừ đồng nào.").waitFor()
    expect(await sees(buyer, "Giỏ hàng vẫn còn nguyên.")).toBe(true)
    await buyer.follow("Về giỏ hàng")
    for (const { name } of goods) expect(await sees(buyer, `Từ ${name}`)).toBe(true)
  })

  it("pays by VNPay and has an order of two parts", async () => {
    await buyer.follow("Đặt hàng")
    // What was said before the gateway is still there.
    for (let step = 0; step < 3; step++) await buyer.press("Tiếp tục")
    await buyer.fill("means", "vnpay")
    await buyer.fill("method", "VNPAYQR")
    await buyer.press("Đặt hàng và trả tiền")
    const both = goods.reduce((sum, { price }) => sum + price, 0)
    const asked = dong(await buyer.page.locator("main dd").first().textContent())
    expect(asked).toBeGreaterThanOrEqual(both)
    await buyer.press("Thanh toán thành công")
    await buyer.page.waitForURL(/\/market\/orders\//)
    await untilTold(2)
    await buyer.look()
    await buyer.picture("order", "main h1")
    orderAt = buyer.page.url()
    expect(await buyer.page.getByText(TOLD).count()).toBe(2)
    expect(dong(await buyer.page.locator("section[aria-labelledby=sums] dd").first().textContent())).toBe(asked)
    await buyer.go("/market/basket")
    expect(await sees(buyer, "Giỏ hàng chưa có gì.")).toBe(true)
  })

  it("is opened again by its link alone, and by nothing less", async () => {
    const guest = await Walker.enter(browser, visit)
    const { pathname, search } = new URL(orderAt)
    await guest.go(pathname + search)
    expect(await sees(guest, BUYER.street)).toBe(true)
    await guest.go(pathname, 404)
    await guest.leave()
  })

  it("tells each household by SMS, with a way to its part", async () => {
    for (const [at, { phone, title }] of goods.entries()) {
      const [newest = ""] = await messagesTo(phone)
      expect(newest).toContain(title)
      expect(newest).toContain("Đã trả qua VNPay")
      const link = new RegExp(`${baseUrl()}(/producer/orders/\\w+)`).exec(newest)?.[1] ?? ""
      const maker = makers[at as 0 | 1]
      await maker.go(link)
      const no = /đơn mới (\S+):/.exec(newest)?.[1] ?? ""
      expect(no).toMatch(/-\d+$/)
      expect(await maker.page.locator("h1").textContent()).toBe(`Đơn ${no}`)
    }
  })

  it("shows each household what to pack and for whom, and takes its word that it is gone", async () => {
    const account = demo().officials.find(({ area }) => area === "37")
    await official.go("/office/login")
    await official.fill("email", account?.email ?? "")
    await official.fill("password", account?.password ?? "")
    await official.press("Đăng nhập")
    before = await total()

    for (const [at, { title }] of goods.entries()) {
      const maker = makers[at as 0 | 1]
      await openOrder(maker)
      await maker.press("Nhận đơn")
      await maker.press("Đã đóng gói")
      for (const text of [BUYER.name, BUYER.street, "Phường Ba Đình", BUYER.phone, title]) {
        expect([text, await sees(maker, text)]).toEqual([text, true])
      }
      expect(await sees(maker, "Khách đã trả qua VNPay. Không thu thêm tiền.")).toBe(true)
      const lot = maker.page.locator('main select[name^="lot_"]')
      expect(await lot.count()).toBe(at === 0 ? 1 : 0)
      if (at === 0) {
        const option = lot.locator("option", { hasText: code })
        await lot.selectOption(await option.getAttribute("value"))
        await maker.picture("packing", "main h1")
      }
      await maker.press(GONE)
      expect(await sees(maker, "Đã gửi đi")).toBe(true)
      expect(await maker.page.getByRole("button", { name: GONE }).count()).toBe(0)
    }
  })

  it("leads the buyer to the lot: who, where, when", async () => {
    const { pathname, search } = new URL(orderAt)
    await buyer.go(pathname + search)
    expect(await buyer.page.locator(".tag", { hasText: SENT }).count()).toBe(2)
    await buyer.follow(`Xem lô ${code}`)
    expect(new URL(buyer.page.url()).pathname).toBe(`/lot/${code}`)
    await buyer.picture("lot", "main h1")
    const [{ name, village, commune, title }] = goods
    expect(await buyer.page.locator("h1").textContent()).toBe(title)
    const facts = (await buyer.page.locator("dl.lot-facts").textContent()) ?? ""
    for (const known of [name, village ?? "", commune]) expect(facts).toContain(known)
    // Three steps, and the completion of the lot itself.
    expect(await buyer.page.locator("ol.lot-line > li").count()).toBe(4)
    await buyer.follow("English")
    expect(await buyer.page.locator("html").getAttribute("lang")).toBe("en")
    expect(await buyer.page.locator("dl.lot-facts").textContent()).toContain(name)
    await buyer.follow("Tiếng Việt")
  })

  it("moves the province's figure by exactly the net amount", async () => {
    const after = await total()
    await official.picture("statistics", "main .meta")
    expect(after - before).toBe(goods.reduce((sum, { price }) => sum + price, 0))
    expect(await sums()).toEqual({ journal: after, lines: after })
  })

  it("shows no figures of a commune of fewer than three households", async () => {
    const { rows } = await db().query(
      `select e.booked_month as month, c.full_name as name, count(distinct e.holding)::int as sellers
       from sale_event e join commune c on c.code = e.commune_code
       where e.kind = 'handed_over' and e.channel <> 'phone' group by 1, 2`,
    )
    expect(rows.some(({ sellers }) => sellers < 3)).toBe(true)
    const table = official.page.locator("main table").first()
    for (const { month, name, sellers } of rows) {
      const row = table
        .locator("tr", { hasText: month })
        .filter({ has: official.page.getByRole("rowheader", { name, exact: true }) })
      expect([name, await row.count()]).toEqual([name, 1])
      expect([name, (await row.textContent())?.includes(HIDDEN)]).toEqual([name, sellers < 3])
    }
  })

  it("sells for cash as well: handed over only once it was paid", async () => {
    const figure = await total()
    const [, household] = goods
    const [, maker] = makers
    await addToBasket(household)
    await addressAndShipping()
    await buyer.fill("means", "cash")
    await buyer.press("Đặt hàng và trả tiền")
    expect(new URL(buyer.page.url()).pathname).toMatch(/^\/market\/orders\//)
    await untilTold(1)
    await openOrder(maker)
    expect(await sees(maker, /^Thu của khách .* tiền mặt khi giao\.$/)).toBe(true)
    await maker.press("Nhận đơn")
    await maker.press("Đã đóng gói")
    await maker.press(GONE)
    expect(await sees(maker, /^Đơn này trả tiền mặt\. Xin xác nhận đã nhận đủ tiền/)).toBe(true)
    expect(await total()).toBe(figure)
    await buyer.page.reload()
    const code = await buyer.page.$eval(".cash-code", (element) => element.textContent ?? "")
    await maker.fill("cash_collected", "yes")
    await maker.fill("cash_code", code)
    await maker.press(GONE)
    expect(await sees(maker, /^Đã thu .* tiền mặt\.$/)).toBe(true)
    await buyer.page.reload()
    expect(await sees(buyer, "Bạn đã trả")).toBe(true)
    expect((await total()) - figure).toBe(household.price)
  })
})
