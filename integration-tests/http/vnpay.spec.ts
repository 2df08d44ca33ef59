import request from "supertest"
import { db, demo } from "../harness/shop"
import { beginPayment, fillBasket, findGoods, type Goods, shopClient } from "./basket"
import { attempt, capturesOf, code, newPayment, notice, ordersOf, settled, tell } from "./vnpay"

const shop = shopClient()
let goods: Goods

beforeAll(async () => {
  goods = await findGoods(shop)
})

/** What the buyer reads who comes back with VNPay's answer: always that the money is here, and what becomes of it. */
async function told(answer: string): Promise<string> {
  const { text } = await request(shop.base).get(`/market/pay/vnpay/return?${answer}`).expect(200)
  expect(text).toContain("Tiền sẽ được trả lại")
  return text
}

describe("VNPay's acceptance scenarios, in order", () => {
  it("97, 01, 04, 00 for a failure, 00 for a success, then 02", async () => {
    const failing = await newPayment(shop, goods)
    const paying = await newPayment(shop, goods)
    expect(await tell(await notice(paying.session, {}, "somebody else's secret"))).toEqual({
      RspCode: "97",
      Message: "Invalid signature",
    })
    const unknown = { ...paying.session, data: { ...paying.session.data, txn_ref: "LN20261004UNKNOWN" } }
    expect(await tell(await notice(unknown))).toEqual({ RspCode: "01", Message: "Order not found" })
    expect(await tell(await notice(paying.session, { vnp_Amount: `${paying.session.amount - 1}00` }))).toEqual({
      RspCode: "04",
      Message: "invalid amount",
    })
    expect(await attempt(paying.session)).toMatchObject({ state: "pending", completion: "none" })

    const refused = await notice(failing.session, { vnp_ResponseCode: "51", vnp_TransactionStatus: "02" })
    expect(await tell(refused)).toEqual({ RspCode: "00", Message: "Confirm Success" })
    expect(await attempt(failing.session)).toMatchObject({ state: "failed", response_code: "51", completion: "none" })

    const paid = await notice(paying.session)
    expect(await tell(paid)).toEqual({ RspCode: "00", Message: "Confirm Success" })
    expect(await tell(paid)).toEqual({ RspCode: "02", Message: "Order already confirmed" })
    expect(await code(refused)).toBe("02")

    expect(await settled(paying.session)).toMatchObject({ state: "captured", completion: "completed" })
    expect(await ordersOf(paying.cart_id)).toHaveLength(1)
    expect(await capturesOf(paying.session)).toEqual([paying.session.amount])
    expect(await ordersOf(failing.cart_id)).toEqual([])
  })
})

describe("a notice", () => {
  it("is refused with a key given twice, for another terminal, or without a signature", async () => {
    const { session } = await newPayment(shop, goods)
    const paid = await notice(session)
    expect(await code(`${paid}&vnp_Amount=${session.amount}00`)).toBe("97")
    expect(await code(paid.replace(/&vnp_SecureHash=.*/, ""))).toBe("97")
    expect(await code(await notice(session, { vnp_TmnCode: "ANOTHER1" }))).toBe("97")
    expect(await code("")).toBe("97")
    expect(await attempt(session)).toMatchObject({ state: "pending" })
  })

  it("told ten times at once is one capture, one order, one line in the book", async () => {
    const { session, cart_id } = await newPayment(shop, goods)
    const paid = await notice(session)
    const codes = await Promise.all(Array.from({ length: 10 }, () => code(paid)))
    expect(codes.sort()).toEqual(["00", ...Array(9).fill("02")])
    await settled(session)
    expect(await capturesOf(session)).toEqual([session.amount])
    expect(await ordersOf(cart_id)).toHaveLength(1)
    const { rows } = await db().query("select verdict from gateway_event where txn_ref = $1", [session.data.txn_ref])
    expect(rows).toEqual([{ verdict: "00" }])
  })

  it("is written down for good", async () => {
    const { session } = await newPayment(shop, goods)
    await tell(await notice(session, { vnp_ResponseCode: "24", vnp_TransactionStatus: "02" }))
    for (const change of ["update gateway_event set verdict = '97'", "delete from gateway_event"]) {
      await expect(db().query(`${change} where txn_ref = $1`, [session.data.txn_ref])).rejects.toThrow("append-only")
    }
  })

  it("of suspected fraud neither pays nor fails", async () => {
    const { session, cart_id } = await newPayment(shop, goods)
    expect(await code(await notice(session, { vnp_ResponseCode: "07", vnp_TransactionStatus: "07" }))).toBe("00")
    expect(await attempt(session)).toMatchObject({ state: "review", completion: "none" })
    expect(await ordersOf(cart_id)).toEqual([])
  })
})

describe("a payment attempt", () => {
  it("is stored before the buyer leaves, and tells the storefront nothing but the way to VNPay", async () => {
    const { collection_id, cart_id } = await fillBasket(shop, goods)
    const forged = { txn_ref: "LN1", amount: 1, redirect_url: "https://evil.example", status: "captured", extra: "x" }
    const session = await beginPayment(shop, collection_id, "pp_vnpay_vnpay", forged)
    expect(await attempt(session)).toMatchObject({
      state: "pending",
      cart_id,
      session_id: session.id,
      amount: String(session.amount),
    })
    const ours = ["expires_at", "ip_address", "locale", "redirect_url", "session_id", "txn_ref"]
    expect(Object.keys(session.data).sort()).toEqual(ours)
    expect(JSON.stringify(session)).not.toContain(demo().vnpay?.hash_secret)
    const asked = new URL(session.data.redirect_url).searchParams
    expect(asked.get("vnp_Amount")).toBe(`${session.amount}00`)
    expect(asked.get("vnp_TxnRef")).toBe(session.data.txn_ref)
  })

  it("does not complete a basket before VNPay has told of the money", async () => {
    const { session, cart_id } = await newPayment(shop, goods)
    const { body } = await shop.store("post", `/store/carts/${cart_id}/complete`)
    expect(body.type).not.toBe("order")
    expect(await ordersOf(cart_id)).toEqual([])
    expect(await code(await notice(session))).toBe("00")
    expect(await settled(session)).toMatchObject({ completion: "completed" })
  })

  it("paid after the basket changed goes back, and makes no order", async () => {
    const { session, cart_id } = await newPayment(shop, goods)
    await shop
      .store("post", `/store/carts/${cart_id}/line-items`)
      .send({ variant_id: goods.variant_id, quantity: 1 })
      .expect(200)
    expect((await attempt(session)).superseded_at).not.toBeNull()
    const paid = await notice(session)
    expect(await code(paid)).toBe("00")
    expect(await settled(session)).toMatchObject({ completion: "refund_due", last_error: "basket_changed" })
    expect(await ordersOf(cart_id)).toEqual([])
    expect(await told(paid)).toContain("Giỏ hàng đã đổi")
  })

  it("paid beside another of the same basket goes back; the other one is the order's", async () => {
    const { session: first, cart_id, collection_id } = await newPayment(shop, goods)
    const second = await beginPayment(shop, collection_id)
    expect(second.data.txn_ref).not.toBe(first.data.txn_ref)
    expect(await code(await notice(second))).toBe("00")
    const { order_id } = await settled(second)
    expect(await ordersOf(cart_id)).toEqual([order_id])
    const again = await notice(first)
    expect(await code(again)).toBe("00")
    expect(await settled(first)).toMatchObject({ completion: "refund_due", order_id })
    expect(await told(again)).toContain("đã được trả bằng một khoản khác")
    expect(await capturesOf(second)).toEqual([second.amount])
  })

  it("paid when the goods are gone goes back, and the basket cannot be had for that money later", async () => {
    const { session, cart_id } = await newPayment(shop, goods)
    const level = `/admin/inventory-items/${goods.inventory_item_id}/location-levels/${goods.location_id}`
    const item = await shop.admin("get", `/admin/inventory-items/${goods.inventory_item_id}?fields=*location_levels`)
    const { stocked_quantity, reserved_quantity } = item.inventory_item.location_levels[0]
    await shop.admin("post", level, { stocked_quantity: reserved_quantity })
    try {
      const paid = await notice(session)
      expect(await code(paid)).toBe("00")
      expect(await settled(session, 55)).toMatchObject({ completion: "refund_due", last_error: "order_failed" })
      expect(await told(paid)).toContain("Hàng vừa hết")
    } finally {
      await shop.admin("post", level, { stocked_quantity })
    }
    expect(await ordersOf(cart_id)).toEqual([])
    const { body } = await shop.store("post", `/store/carts/${cart_id}/complete`)
    expect(body.type).not.toBe("order")
    expect(await ordersOf(cart_id)).toEqual([])
  })
})
