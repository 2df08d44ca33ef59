import { randomUUID } from "node:crypto"
import { db } from "../harness/shop"
import { newBuyer, putIntoBasket, walkToPayment } from "./helpers/checkout"
import { type ShippedGoods, shippedGoods } from "./helpers/shipping"
import { http } from "./helpers/shop"

const productOf = async ({ listing_id }: ShippedGoods) =>
  String((await db().query("select product_id from listing where id = $1", [listing_id])).rows[0].product_id)

/** The basket of a browser by what lies in it. */
const methodsOf = async ({ producer_id }: ShippedGoods) =>
  (
    await db().query(
      `select m.amount::int as amount, m.data from cart_shipping_method m join shipping_option o on o.id = m.shipping_option_id
       where o.data->>'producer_id' = $1 and m.deleted_at is null`,
      [producer_id],
    )
  ).rows

/** The form's answer for each producer, as a browser without script sends what is checked. */
const checked = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/<input[^>]*type="radio"[^>]*>/g)]
      .filter(([tag]) => /\schecked/.test(tag))
      .map(([tag]) => [/name="([^"]+)"/.exec(tag)?.[1] ?? "", /value="([^"]+)"/.exec(tag)?.[1] ?? ""]),
  )

describe("the page that asks how goods are received", () => {
  let pointed: ShippedGoods
  let bulky: ShippedGoods
  let point: string
  beforeAll(async () => {
    pointed = await shippedGoods({ commune: "14038", grams: 2_500 })
    bulky = await shippedGoods({ commune: "13786", grams: 310_000 })
    point = `cpt_${randomUUID()}`
    await db().query(
      "insert into collection_point (id, commune_code, name, address, opening_hours) values ($1, '14038', $1, 'Xóm 3', '7–17 giờ')",
      [point],
    )
  })

  it("says from what price in the basket, then weight, price and places per producer, and sums what is chosen", async () => {
    const buyer = newBuyer()
    await putIntoBasket(buyer, [await productOf(pointed), await productOf(bulky)])
    const basket = await buyer.page("/market/basket")
    expect(basket).toContain("Cả phần này nặng khoảng 2,5 kg.")
    expect(basket).toMatch(/Tiền giao hàng từ 10\.000\s₫/)
    const where = { name: "Chị Hà", phone: "0912345678", province: "01", commune: "00004", street: "Số 1" }
    await buyer.send("/market/checkout/commune", where).expect(303)
    const page = await buyer.page("/market/checkout/shipping")
    expect(page).toMatch(/Giao tận nơi: 38\.000\s₫/)
    expect(page).toContain(`value="pickup_point:${point}"`)
    expect(page).toContain("Xóm 3. Mở cửa: 7–17 giờ.")
    // 310 kg have no rate: nothing is promised and nothing chosen for the buyer.
    expect(page).toContain("quá mức cước có sẵn")
    expect(checked(page)).toEqual({ [pointed.producer_id]: "delivery" })
    await buyer.send("/market/checkout/shipping", { [pointed.producer_id]: "delivery" }).expect(400)
    await buyer
      .send("/market/checkout/shipping", { [pointed.producer_id]: "delivery", [bulky.producer_id]: "delivery" })
      .expect(400)
    const form = { [pointed.producer_id]: `pickup_point:${point}`, [bulky.producer_id]: "pickup_producer" }
    await buyer.send("/market/checkout/shipping", { ...form, [pointed.producer_id]: "pickup_point:cpt_x" }).expect(400)
    await buyer.send("/market/checkout/shipping", form).expect(303).expect("location", "/market/checkout/payment")
    expect(checked(await buyer.page("/market/checkout/shipping"))).toEqual(form)
    expect(await methodsOf(pointed)).toMatchObject([{ amount: 0, data: { collection_point: { id: point } } }])
  })

  it("leads back with a word when the price changed before payment, and charges only what was shown", async () => {
    const goods = await shippedGoods({ commune: "14038", grams: 2_500 })
    const buyer = newBuyer()
    await putIntoBasket(buyer, [await productOf(goods)])
    await walkToPayment(buyer)
    await buyer.get("/market/checkout/payment").expect(200)
    // The producer corrects the weight; nothing touches the basket.
    await http()
      .post(`/producers/me/listings/${goods.listing_id}`)
      .set("authorization", `Bearer ${goods.token}`)
      .send({ weight_grams: 3_500 })
      .expect(200)
    const changed = "/market/checkout/shipping?changed=1"
    await buyer.get("/market/checkout/payment").expect(303).expect("location", changed)
    await buyer.send("/market/checkout/payment", { means: "cash" }).expect(303).expect("location", changed)
    const page = await buyer.page(changed)
    expect(page).toContain("vừa được tính lại")
    expect(page).toMatch(/Giao tận nơi: 43\.000\s₫/)
    expect(await methodsOf(goods)).toMatchObject([{ amount: 38_000 }])
    await walkToPayment(buyer)
    const paid = await buyer.send("/market/checkout/payment", { means: "cash" }).expect(303)
    expect(paid.headers.location).toContain("/market/orders/")
    const { rows } = await db().query("select shipping::int as shipping from producer_order where producer_id = $1", [
      goods.producer_id,
    ])
    expect(rows).toEqual([{ shipping: 43_000 }])
  })
})
