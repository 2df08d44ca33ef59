import { setTimeout as pause } from "node:timers/promises"
import type { Client } from "pg"
import request from "supertest"
import { checksum } from "../../plugins/village-market/src/demo/vnpay/checksum"
import { baseUrl, db, demo } from "../harness/shop"
import { beginPayment, fillBasket, type Goods, type Session, type ShopClient } from "./basket"

/** A notice as VNPay sends it, signed with the terminal's secret by code that is not the shop's. */
export async function notice(
  session: Session,
  changes: Record<string, string> = {},
  secret = demo().vnpay?.hash_secret ?? "",
) {
  const params = new URLSearchParams({
    vnp_Amount: `${session.amount}00`,
    vnp_BankCode: "NCB",
    vnp_OrderInfo: "Thanh toan don hang",
    vnp_ResponseCode: "00",
    vnp_TmnCode: demo().vnpay?.tmn_code ?? "",
    vnp_TransactionNo: "14226112",
    vnp_TransactionStatus: "00",
    vnp_TxnRef: session.data.txn_ref,
    ...changes,
  })
  return `${params}&vnp_SecureHash=${await checksum(params, secret)}`
}

export async function tell(query: string, base = baseUrl()) {
  const { body } = await request(base).get(`/hooks/vnpay/ipn?${query}`).expect(200)
  return body
}

/** Only the code of the answer. */
export const code = async (query: string) => (await tell(query)).RspCode

/** A new basket on its way to VNPay. */
export async function newPayment(client: ShopClient, goods: Goods) {
  const basket = await fillBasket(client, goods)
  return { ...basket, session: await beginPayment(client, basket.collection_id) }
}

export async function attempt({ data }: Session, connection: Pick<Client, "query"> = db()) {
  const { rows } = await connection.query("select * from payment_attempt where txn_ref = $1", [data.txn_ref])
  return rows[0]
}

/** The attempt once its money has become an order or a debt. */
export async function settled(session: Session, seconds = 45, connection: Pick<Client, "query"> = db()) {
  for (const end = Date.now() + seconds * 1000; ; await pause(150)) {
    const row = await attempt(session, connection)
    if (row.completion !== "open") return row
    if (Date.now() > end) throw new Error(`Not settled: ${JSON.stringify(row)}`)
  }
}

export async function ordersOf(cartId: string, connection: Pick<Client, "query"> = db()): Promise<string[]> {
  const { rows } = await connection.query("select order_id from order_cart where cart_id = $1 and deleted_at is null", [
    cartId,
  ])
  return rows.map(({ order_id }) => order_id)
}

export async function capturesOf({ id }: Session, connection: Pick<Client, "query"> = db()): Promise<number[]> {
  const { rows } = await connection.query(
    "select c.amount from capture c join payment p on p.id = c.payment_id where p.payment_session_id = $1",
    [id],
  )
  return rows.map(({ amount }) => Number(amount))
}
