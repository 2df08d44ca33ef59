import { readVietQr } from "../../plugins/village-market/src/modules/gateway/vietqr/payload"
import { db } from "../harness/shop"
import {
  ACCOUNT,
  type BankOrder,
  movement,
  newTransferOrder,
  partsOf,
  placed,
  tellSepay,
  transfer,
  until,
} from "./bank"
import { findGoods, type Goods, shopClient } from "./basket"
import { capturesOf } from "./vnpay"

describe("an order paid by bank transfer", () => {
  const client = shopClient()
  let goods: Goods
  let waiting: Pick<BankOrder, "order_id" | "session" | "amount" | "reference">
  beforeAll(async () => {
    goods = await findGoods(client)
  })

  const reserved = async () => {
    const { rows } = await db().query(
      "select coalesce(sum(quantity), 0)::int as n from reservation_item where inventory_item_id = $1 and deleted_at is null",
      [goods.inventory_item_id],
    )
    return rows[0].n
  }

  it("holds its goods and waits; the session holds what a storefront shows", async () => {
    const before = await reserved()
    const { order_id, session, amount, reference } = await newTransferOrder(client, goods)
    expect(await partsOf(order_id)).toMatchObject([{ status: "awaiting_payment", payment_means: "bank" }])
    expect(await reserved()).toBe(before + 1)
    const { payload, expires_at, account, holder } = session.data as unknown as Record<string, string>
    expect(readVietQr(payload ?? "")).toMatchObject({ bin: "999999", account: ACCOUNT, amount, content: reference })
    expect(account).toBe(ACCOUNT)
    expect(holder).toMatch(/^[A-Z ]+$/)
    const hours = (Date.parse(expires_at ?? "") - Date.now()) / 3_600_000
    expect(hours).toBeGreaterThan(23.9)
    expect(hours).toBeLessThanOrEqual(24)
    const { rows } = await until(async () => {
      const sent = await db().query(
        "select event from order_notice where order_id = $1 and audience = 'buyer' and sent_at is not null",
        [order_id],
      )
      return sent.rows.length > 0 && sent
    })
    expect(rows).toEqual([{ event: "transfer_due" }])
    waiting = { order_id, session, amount, reference }
  })

  it("is placed once exactly its amount comes under its reference", async () => {
    const { order_id, session, amount, reference } = waiting
    const content = `MBVCB.3278907687.${reference.toLowerCase()}.CT tu 0123456789 NGUYEN VAN A`
    expect(await transfer({ transferAmount: amount, content })).toMatchObject({ kind: "captured" })
    await placed(order_id)
    expect(await capturesOf(session)).toEqual([amount])
  })

  it("is paid once by two transfers that come at the same moment, and by ten notices of one", async () => {
    const { order_id, session, amount, reference } = await newTransferOrder(client, goods)
    const [one, two] = [
      movement({ transferAmount: amount, content: reference }),
      movement({ transferAmount: amount, content: reference }),
    ]
    const sent = [one, two, ...Array.from({ length: 9 }, () => one)]
    await Promise.all(sent.map((body) => tellSepay(body).expect(200, { success: true })))
    await placed(order_id)
    expect(await capturesOf(session)).toEqual([amount])
    const { rows } = await db().query(
      `select d.kind, d.reason from bank_transaction t join bank_decision d on d.transaction_id = t.id
       where t.source_id = any($1) order by d.kind`,
      [[String(one.id), String(two.id)]],
    )
    expect(rows).toEqual([
      { kind: "captured", reason: null },
      { kind: "review", reason: "second" },
    ])
  })

  it("gives its goods free when the time to transfer is over, and not while it is not", async () => {
    const before = await reserved()
    const [over, kept] = [await newTransferOrder(client, goods), await newTransferOrder(client, goods)]
    const set = (order: BankOrder, ago: string) =>
      db().query("update payment_attempt set expires_at = now() - $2::interval where txn_ref = $1", [
        order.reference,
        ago,
      ])
    await set(kept, "40 minutes")
    await set(over, "46 minutes")
    await until(async () => (await partsOf(over.order_id))[0]?.status === "expired")
    await until(async () => (await reserved()) === before + 1)
    expect(await partsOf(kept.order_id)).toMatchObject([{ status: "awaiting_payment" }])
    const late = await transfer({ transferAmount: kept.amount, content: kept.reference })
    expect(late).toMatchObject({ kind: "review", reason: "late" })
  })
})
