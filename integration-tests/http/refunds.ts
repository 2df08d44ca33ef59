import { randomUUID } from "node:crypto"
import { setTimeout as pause } from "node:timers/promises"
import type { Client } from "pg"
import request from "supertest"
import { baseUrl, db } from "../harness/shop"
import { findGoods, type Goods, type Session, type ShopClient } from "./basket"
import { newPayment, settled } from "./vnpay"

type Pg = Pick<Client, "query">

/** Pays at the stand-in as the buyer's browser does; the stand-in tells the shop by itself. */
export async function payAtStandIn({ data }: Session, choice = "success", base = baseUrl()): Promise<void> {
  const url = new URL(data.redirect_url)
  await request(base)
    .post(url.pathname)
    .type("form")
    .send({ choice, query: url.search.slice(1) })
    .expect(303)
}

/** An order paid at the stand-in, so that the stand-in can give its money back. */
export async function paidOrder(client: ShopClient, goods?: Goods, pg: Pg = db()) {
  const { session, cart_id } = await newPayment(client, goods ?? (await findGoods(client)))
  await payAtStandIn(session, "success", client.base)
  // Told to the shop after the browser is sent back.
  for (let tries = 0; tries < 200; tries++) {
    const { rows } = await pg.query("select state from payment_attempt where txn_ref = $1", [session.data.txn_ref])
    if (rows[0].state === "captured") break
    await pause(50)
  }
  const { id, order_id } = await settled(session, 45, pg)
  return { id: String(id), order_id: String(order_id), cart_id, ref: session.data.txn_ref, amount: session.amount }
}
export type PaidOrder = Awaited<ReturnType<typeof paidOrder>>

/** A debt to the buyer of an order, as a cancelled share of it leaves one. */
export async function owe({ order_id }: { order_id: string }, amount: number, pg: Pg = db()): Promise<string> {
  const id = `test:${randomUUID()}`
  await pg.query("insert into refund_due (id, amount, reason, order_id) values ($1, $2, 'test', $3)", [
    id,
    amount,
    order_id,
  ])
  return id
}

export async function triesOf(due: string, pg: Pg = db()) {
  const { rows } = await pg.query("select * from refund_attempt where refund_due_id = $1 order by number", [due])
  return rows
}

export async function dueOf(due: string, pg: Pg = db()) {
  const { rows } = await pg.query("select * from refund_due where id = $1", [due])
  return rows[0]
}

/** Polls until it is so; the shop takes up what is due every 20 s. */
export async function until<T>(what: string, look: () => Promise<T | undefined | false>, seconds = 75): Promise<T> {
  for (const end = Date.now() + seconds * 1000; ; await pause(250)) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`)
  }
}

/** The debt once the money has gone back. */
export const returned = (due: string, pg: Pg = db(), seconds = 90) =>
  until(
    `debt ${due} is paid`,
    async () => {
      const row = await dueOf(due, pg)
      return row.returned_at ? row : undefined
    },
    seconds,
  )

/** The last try once it is in this state. */
export const tried = (due: string, state: string) =>
  until(`debt ${due} is ${state}`, async () => {
    const last = (await triesOf(due)).at(-1)
    return last?.state === state ? last : undefined
  })

export type StandInBook = {
  paid: number
  refunds: { amount: number; type: string; status: string; transaction_no: string }[]
}

/** What the stand-in has taken and given back. */
export async function standIn(ref: string, base = baseUrl()): Promise<StandInBook> {
  return (await request(base).get(`/demo/vnpay/transactions/${ref}`).expect(200)).body
}

/** What the stand-in shall do wrong next with one payment. */
export async function misbehave(ref: string, command: string, fault: string, times = 1): Promise<void> {
  await request(baseUrl()).post(`/demo/vnpay/transactions/${ref}`).send({ command, fault, times }).expect(200)
}

/** What Medusa holds: refunds of the order's payments and refund transactions on the order, whole đồng. */
export async function booksOf({ order_id }: { order_id: string }, pg: Pg = db()) {
  const refunds = await pg.query(
    `select r.amount::float8 as amount, r.note from refund r join payment p on p.id = r.payment_id
     join order_payment_collection l on l.payment_collection_id = p.payment_collection_id and l.deleted_at is null
     where l.order_id = $1 and r.deleted_at is null order by r.created_at`,
    [order_id],
  )
  const transactions = await pg.query(
    `select amount::float8 as amount from order_transaction
     where order_id = $1 and reference = 'refund' and deleted_at is null order by created_at`,
    [order_id],
  )
  return { refunds: refunds.rows, transactions: transactions.rows.map(({ amount }) => amount) }
}
