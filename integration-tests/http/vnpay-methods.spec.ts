import { db } from "../harness/shop"
import { beginPayment, fillBasket, findGoods, type Goods, shopClient } from "./basket"
import { newBuyer, putIntoBasket, walkToPayment } from "./helpers/checkout"
import { http } from "./helpers/shop"
import { attempt } from "./vnpay"

const shop = shopClient()
let goods: Goods

beforeAll(async () => {
  goods = await findGoods(shop)
})

/** Where the attempt sends the buyer, and what of the choice is stored. */
async function chosen(address: string) {
  const asked = new URL(address).searchParams
  const { rows } = await db().query("select method from payment_attempt where txn_ref = $1", [asked.get("vnp_TxnRef")])
  return { sent: asked.get("vnp_BankCode"), stored: rows[0].method }
}

describe("the method at VNPay", () => {
  it("is chosen on the page of payment, or left to VNPay, without any script", async () => {
    const { rows } = await db().query("select product_id from product_variant where id = $1", [goods.variant_id])
    const buyer = newBuyer()
    await putIntoBasket(buyer, [rows[0].product_id])
    await walkToPayment(buyer)
    const page = await buyer.page("/market/checkout/payment")
    for (const value of ["any", "VNPAYQR", "VNBANK", "INTCARD"]) {
      expect(page).toMatch(new RegExp(`<input type="radio"[^>]*name="method" value="${value}"`))
    }
    expect(page).toMatch(/name="method" value="any" checked/)
    const pay = async (method?: string) => {
      const form = { means: "vnpay", ...(method ? { method } : {}) }
      const { headers } = await buyer.send("/market/checkout/payment", form).expect(303)
      return headers.location ?? ""
    }
    expect(await chosen(await pay("VNBANK"))).toEqual({ sent: "VNBANK", stored: "VNBANK" })
    // Each choice is another attempt; what nobody offered is no choice.
    for (const none of [undefined, "any", "NCB", "VNPAYQR&vnp_Amount=100"]) {
      expect(await chosen(await pay(none))).toEqual({ sent: null, stored: null })
    }
    const address = new URL(await pay("VNPAYQR"))
    await http()
      .get(`${address.pathname}${address.search}`)
      .expect(200, /VNPAYQR/)
  })

  it("is chosen over JSON as data.method of the session, and must be one of VNPay's three", async () => {
    const { collection_id } = await fillBasket(shop, goods)
    const session = await beginPayment(shop, collection_id, "pp_vnpay_vnpay", {
      method: "INTCARD",
      vnp_BankCode: "NCB",
    })
    expect(session.data).toMatchObject({ method: "INTCARD" })
    expect(await attempt(session)).toMatchObject({ method: "INTCARD", bank_code: null })
    expect(await chosen(session.data.redirect_url)).toEqual({ sent: "INTCARD", stored: "INTCARD" })
    for (const method of ["NCB", "", 1, ["VNBANK"], { a: 1 }]) {
      const { body } = await shop
        .store("post", `/store/payment-collections/${collection_id}/payment-sessions`)
        .send({ provider_id: "pp_vnpay_vnpay", data: { method } })
        .expect(400)
      expect(body.message).toContain("VNPAYQR, VNBANK, INTCARD")
    }
    const other = await beginPayment(shop, collection_id, "pp_cash_cash", { method: "NCB" })
    expect(JSON.stringify(other)).not.toContain("NCB")
  })
})
