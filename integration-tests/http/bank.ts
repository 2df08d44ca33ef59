import { createHmac } from "node:crypto"
import { setTimeout as pause } from "node:timers/promises"
import request from "supertest"
import { baseUrl, db, demo } from "../harness/shop"
import { beginPayment, fillBasket, type Goods, type Session, type ShopClient } from "./basket"

export const ACCOUNT = "19001234567"
const SECRET = () => demo().sepay?.webhook_secret ?? process.env.SEPAY_WEBHOOK_SECRET ?? ""

let number = Date.now() * 100

/** A movement as SePay tells it; each has another id. */
export function movement(changes: object = {}) {
  const id = ++number
  const vietnam = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 19).replace("T", " ")
  return {
    ...{ id, gateway: "Test", transactionDate: vietnam, accountNumber: ACCOUNT, code: null, content: "" },
    ...{ transferType: "in", transferAmount: 1, accumulated: 1, subAccount: null, referenceCode: `T${id}` },
    ...{ description: "", ...changes },
  }
}

type Signing = { secret?: string; at?: number; headers?: Record<string, string> }

/** Sends a body signed as SePay signs it, by code that is not the shop's. */
export function tellSepay(body: object | string, { secret = SECRET(), at = Date.now() / 1000, headers }: Signing = {}) {
  const raw = typeof body === "string" ? body : JSON.stringify(body)
  const time = String(Math.floor(at))
  const signature = `sha256=${createHmac("sha256", secret).update(`${time}.${raw}`).digest("hex")}`
  return request(baseUrl())
    .post("/hooks/bank-transfer/sepay")
    .set({ "content-type": "application/json", "x-sepay-timestamp": time, "x-sepay-signature": signature, ...headers })
    .send(raw)
}

export type BankOrder = { cart_id: string; order_id: string; session: Session; amount: number; reference: string }

/** A new basket, ordered and waiting for its transfer. */
export async function newTransferOrder(client: ShopClient, goods: Goods): Promise<BankOrder> {
  const basket = await fillBasket(client, goods)
  const session = await beginPayment(client, basket.collection_id, "pp_bank_bank")
  const { body } = await client.store("post", `/store/carts/${basket.cart_id}/complete`).expect(200)
  if (body.type !== "order") throw new Error(JSON.stringify(body))
  return {
    ...{ cart_id: basket.cart_id, order_id: body.order.id, session },
    ...{ amount: session.amount, reference: session.data.txn_ref },
  }
}

/** Transfers and waits until the shop has decided what it was. Returns the decision that stands. */
export async function transfer(changes: object) {
  const body = movement(changes)
  await tellSepay(body).expect(200, { success: true })
  return decisionOn(body.id)
}

/** The standing decision about the movement of a SePay id, once there is one. */
export async function decisionOn(sepayId: number) {
  return until(async () => {
    const { rows } = await db().query(
      `select t.id, d.kind, d.reason, d.attempt_id, d.number, t.amount::int from bank_transaction t
       join bank_decision d on d.transaction_id = t.id
       where t.source = 'sepay' and t.source_id = $1 order by d.number desc limit 1`,
      [String(sepayId)],
    )
    return rows[0]
  })
}

/** Looks in small steps until there is something. */
export async function until<T>(look: () => Promise<T | undefined | false>, seconds = 30): Promise<T> {
  for (const end = Date.now() + seconds * 1000; ; await pause(50)) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error("It did not come to pass")
  }
}

export async function partsOf(orderId: string): Promise<{ id: string; status: string; payment_means: string }[]> {
  const { rows } = await db().query("select id, status, payment_means from producer_order where order_id = $1", [
    orderId,
  ])
  return rows
}

export const placed = (orderId: string) =>
  until(async () => (await partsOf(orderId)).length > 0 && (await partsOf(orderId)).every((p) => p.status === "placed"))
