import { setTimeout as pause } from "node:timers/promises"
import { db, demo } from "../../harness/shop"
import { payAtStandIn } from "../refunds"
import { notice, tell } from "../vnpay"
import { keeper, post } from "./listings"
import { basketToPay, buyForCash, type Part, placedParts, variantOf } from "./orders"
import { http } from "./shop"

export type Maker = Awaited<ReturnType<typeof maker>>

/** An open shop of the spec's own with one product. */
export async function maker(price: number, stock = 20) {
  const shop = await keeper()
  const { handle } = await post(shop, { title: `Bình gốm ${price}`, price, stock })
  const as = (method: "get" | "post", path: string) => http()[method](path).set("authorization", `Bearer ${shop.token}`)
  return { id: shop.id, token: shop.token, as, price, variant_id: await variantOf(handle) }
}

/**
 * Buys so many of each maker's product; the parts come in the makers' order. `vnpay` is paid by a notice the stand-in
 * knows nothing of, so that refunds stay on their way; what is paid at the `stand-in` it also gives back.
 */
export async function buyFrom(
  makers: Maker[],
  quantity: number,
  means: "cash" | "vnpay" | "stand-in",
): Promise<Part[]> {
  const wanted = makers.map(({ variant_id }) => ({ variant_id, quantity }))
  const parts = means === "cash" ? await buyForCash(wanted) : await payByVnpay(wanted, means)
  return makers.map(({ id }) => {
    const part = parts.find(({ producer_id }) => producer_id === id)
    if (!part) throw new Error(`producer ${id} has no part`)
    return part
  })
}

async function payByVnpay(wanted: { variant_id: string; quantity: number }[], means: "vnpay" | "stand-in") {
  const { cart, session } = await basketToPay(wanted, "pp_vnpay_vnpay")
  if (means === "stand-in") await payAtStandIn(session)
  else expect((await tell(await notice(session, { vnp_TransactionNo: String(Date.now()) }))).RspCode).toBe("00")
  const order = await until(async () => {
    const { rows } = await db().query("select order_id from order_cart where cart_id = $1 and deleted_at is null", [
      cart,
    ])
    return rows[0]?.order_id as string | undefined
  })
  return placedParts(order)
}

/** The key of an order, from the message its buyer was sent. */
export const keyOf = (orderId: string) =>
  until(async () => {
    const { text } = await http().get("/demo/messages").expect(200)
    return new RegExp(`/market/orders/${orderId}\\?key=([\\w-]+)`).exec(text)?.[1]
  })

/** What is said about an order in the messages of the demonstration, newest first, tags and entities gone. */
export async function messagesAbout(orderId: string): Promise<string[]> {
  const { text } = await http().get("/demo/messages").expect(200)
  return text
    .split("<li ")
    .filter((item) => item.includes(orderId))
    .map((item) =>
      item
        .replace(/<[^>]*>/g, " ")
        .replaceAll("\u00a0", " ")
        .replace(/\s+/g, " "),
    )
}

export async function until<T>(read: () => Promise<T | undefined | null | false>, seconds = 20): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(100)) {
    const value = await read()
    if (value) return value
  }
  throw new Error(`it did not happen within ${seconds} seconds`)
}

/** The order's JSON, as its buyer's storefront gets it. */
export const asBuyer =
  (orderId: string, key: string) =>
  (method: "get" | "post", path = "") =>
    http()
      [method](`/store/producer-orders/${orderId}${path}`)
      .query({ key })
      .set("x-publishable-api-key", demo().publishable_api_key)
