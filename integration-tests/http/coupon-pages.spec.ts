import { db } from "../harness/shop"
import { newCode, ownCoupon, platformCoupon } from "./helpers/coupons"
import { openBrowser, post } from "./helpers/phone-login"
import { offer, type Seller, seller, word } from "./helpers/shop"

/** A page as somebody reads it: without tags, blanks evened out. */
const read = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/&nbsp;|\u00a0/g, " ")
    .replace(/\s+/g, " ")

let potter: Seller
let weaver: Seller
let bowl: Awaited<ReturnType<typeof offer>>
let scarf: Awaited<ReturnType<typeof offer>>

beforeAll(async () => {
  ;[potter, weaver] = [await seller(0), await seller(1)]
  bowl = await offer(potter, { title: `Bát ${word()}`, price: 123_457 })
  scarf = await offer(weaver, { title: `Khăn ${word()}`, price: 250_001 })
}, 60_000)

/** A browser with both goods in its basket. */
async function shopper() {
  const browser = openBrowser()
  for (const { product_id } of [bowl, scarf])
    await post(browser, "/market/basket", { product_id, quantity: "1" }).expect(303)
  const basket = async (query = "") => read((await browser.get(`/market/basket${query}`).expect(200)).text)
  return { browser, basket }
}

describe("a code in the basket", () => {
  it("shows what it took off and off whose goods, and can be taken out again", async () => {
    const { browser, basket } = await shopper()
    const ten = await platformCoupon({ kind: "percent", value: 10 })
    const own = await ownCoupon(potter.token, { kind: "percent", value: 5 })
    const added = await post(browser, "/market/basket/coupons", { code: ` ${ten.code.toLowerCase()} ` }).expect(303)
    expect(added.headers.location).toBe(`/market/basket?code_added=${ten.code}`)
    await post(browser, "/market/basket/coupons", { code: own.code }).expect(303)
    const page = await basket(`?code_added=${own.code}`)
    expect(page).toContain(`Đã dùng mã ${own.code}.`)
    // 5 % of 123,457 is 6,173; 10 % of what is left of 373,458 is 36,729, parted over both households.
    expect(page).toContain(`Mã ${own.code}: −6.173 ₫`)
    expect(page).toContain(`Mã ${ten.code}: −36.729 ₫`)
    expect(page).toContain(`Hàng của ${weaver.name}: −25.000 ₫`)
    expect(page).toContain(`Hàng của ${potter.name}: −11.729 ₫`)
    expect(page).toContain("Tiền hàng trước khi giảm 373.458 ₫")
    expect(page).toContain("Tiền hàng sau khi giảm 330.556 ₫")
    await post(browser, "/market/basket/coupons", { remove: own.code }).expect(303)
    expect(await basket()).not.toContain(own.code)
  })

  it("that takes nothing off is refused in a sentence beside the field, and the basket stays", async () => {
    const { browser, basket } = await shopper()
    const before = await basket()
    const rich = await ownCoupon(potter.token, { kind: "fixed", value: 50_000, minimum: 200_000 })
    for (const [code, sentence] of [
      ["", "Xin gõ mã giảm giá."],
      ["không-có", "Không có mã “KHÔNGCÓ”."],
      ["<b>x</b>", "Không có mã"],
      [rich.code, `Mã ${rich.code} dùng khi mua từ 200.000 ₫. Còn thiếu 76.543 ₫.`],
    ] as const)
      expect(read((await post(browser, "/market/basket/coupons", { code }).expect(400)).text)).toContain(sentence)
    expect(await basket()).toBe(before)
  })

  it("is told when a change of the lines puts it out of use", async () => {
    const { browser } = await shopper()
    const own = await ownCoupon(potter.token, { kind: "percent", value: 5 })
    await post(browser, "/market/basket/coupons", { code: own.code }).expect(303)
    const { text } = await browser.get("/market/basket").expect(200)
    const lines = [...text.matchAll(/\/market\/basket\/lines\/(\w+)/g)].map(([, id]) => id)
    const { rows } = await db().query("select id from cart_line_item where id = any($1) and product_id = $2", [
      lines,
      bowl.product_id,
    ])
    const removed = await post(browser, `/market/basket/lines/${rows[0].id}`, { remove: "1" }).expect(303)
    expect(removed.headers.location).toContain(`lapsed=${own.code}`)
    expect(read((await browser.get(removed.headers.location ?? "")).text)).toContain(
      `Mã ${own.code} không dùng cho hàng đang có trong giỏ.`,
    )
  })

  it("leads somebody without a basket to the basket", async () => {
    await post(openBrowser(), "/market/basket/coupons", { code: newCode() })
      .expect(303)
      .expect("location", "/market/basket")
  })
})

describe("a producer's coupons by forms", () => {
  const asPotter = (method: "get" | "post", path: string, form?: object) => {
    const asked = openBrowser()[method](path).set("cookie", `vm_producer=${potter.token}`).redirects(0)
    return method === "post" ? asked.type("form").send(form ?? {}) : asked
  }

  it("are made as people type numbers, listed with their use, and stopped", async () => {
    const code = newCode("GOM")
    const wrong = await asPotter("post", "/producer/coupons/new", {
      code: "Tết!",
      kind: "fixed",
      value: "20k",
      minimum: "10.000",
    })
    expect(wrong.status).toBe(400)
    expect(read(wrong.text)).toContain("Mã phải có từ 3 đến 20 chữ cái không dấu hoặc chữ số.")
    expect(read(wrong.text)).toContain("Mức mua phải lớn hơn số tiền giảm.")
    const made = await asPotter("post", "/producer/coupons/new", {
      ...{ code: code.toLowerCase(), kind: "fixed", value: "20k", minimum: "200.000 đ", max_uses: "50" },
    })
    expect(made.status).toBe(303)
    const page = read((await asPotter("get", made.headers.location ?? "")).text)
    expect(page).toContain(`Đã tạo mã ${code}.`)
    expect(page).toContain("Giảm 20.000 ₫ khi mua từ 200.000 ₫.")
    expect(page).toContain("Đã dùng 0 trên 50 lượt.")
    const taken = await asPotter("post", "/producer/coupons/new", { code, kind: "percent", value: "10 %" })
    expect([taken.status, read(taken.text)]).toEqual([409, expect.stringContaining("Mã này đã có người dùng.")])
    const id = (made.headers.location ?? "").split("?")[0]
    await asPotter("post", `${id}/stop`).expect(303)
    expect(read((await asPotter("get", "/producer/coupons")).text)).toContain(`${code} Đã ngừng`)
  })
})
