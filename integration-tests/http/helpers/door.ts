import { decisionOn, movement, tellSepay } from "../bank"
import { until } from "./buyer"
import type { Part } from "./orders"
import { http } from "./shop"

type Seller = { token: string }
const as = (seller: Seller) => (method: "get" | "post", path: string) =>
  http()[method](path).set("authorization", `Bearer ${seller.token}`)

export type Qr = { state: string; amount: number; reference: string; payload: string; link: string; looked_at: number }

/** The QR of a part as its producer opens it. */
export const openQr = async (maker: Seller, part: Part): Promise<Qr> =>
  (await as(maker)("post", `/producers/me/orders/${part.id}/qr`).expect(200)).body.qr
export const readQr = async (maker: Seller, part: Part): Promise<Qr> =>
  (await as(maker)("get", `/producers/me/orders/${part.id}/qr`).expect(200)).body.qr

/** Transfers exactly this, the bank telling of it so many times at once. Returns what the shop decided about it. */
export async function pay({ amount, reference }: { amount: number; reference: string }, times = 1) {
  const body = movement({ transferAmount: amount, content: `CT DEN ${reference}` })
  await Promise.all(Array.from({ length: times }, () => tellSepay(body).expect(200)))
  return decisionOn(body.id)
}

/** Pays and waits until the part counts as paid. */
export async function payAtDoor(maker: Seller, part: Part, qr: Qr, times = 1) {
  await pay(qr, times)
  return until(async () => {
    const now = (await as(maker)("get", `/producers/me/orders/${part.id}`).expect(200)).body.order
    return now.collected_by === "bank" && now
  })
}
