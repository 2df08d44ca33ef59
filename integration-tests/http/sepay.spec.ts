import { newBankReference } from "../../plugins/village-market/src/modules/gateway/vietqr/reference"
import { db } from "../harness/shop"
import { type BankOrder, decisionOn, movement, newTransferOrder, partsOf, tellSepay, transfer } from "./bank"
import { findGoods, shopClient } from "./basket"
import { fuzzSepay } from "./sepay-notices"

const ROUNDS = 400
const stored = async (id: number) =>
  (await db().query("select count(*)::int as n from bank_transaction where source_id = $1", [String(id)])).rows[0].n

describe("SePay's notices", () => {
  const client = shopClient()
  let order: BankOrder
  let other: BankOrder
  beforeAll(async () => {
    const goods = await findGoods(client)
    order = await newTransferOrder(client, goods)
    other = await newTransferOrder(client, goods)
  })

  it("are stored and answered only when signed by us both, within five minutes, as they came", async () => {
    const body = movement({ content: "nobody's" })
    const now = Date.now() / 1000
    await tellSepay(body, { secret: "another secret than SePay's" }).expect(401)
    await tellSepay(body, { at: now - 301 }).expect(401)
    await tellSepay(body, { at: now + 302 }).expect(401)
    await tellSepay(body, { headers: { "x-sepay-signature": "" } }).expect(401)
    await tellSepay(body, { headers: { "x-sepay-timestamp": "" } }).expect(401)
    await tellSepay(body, { headers: { "content-type": "text/plain" } }).expect(422)
    await tellSepay("not json").expect(400)
    await tellSepay({ ...body, transferAmount: 1.5 }).expect(422)
    await tellSepay({ ...body, transactionDate: "2026-02-31 25:00:00" }).expect(422)
    await tellSepay(movement({ id: undefined })).expect(422)
    expect(await stored(body.id)).toBe(0)
    await tellSepay(body, { at: now - 290 }).expect(200, { success: true })
    await tellSepay({ ...body, transferAmount: 999 }).expect(200, { success: true })
    expect(await stored(body.id)).toBe(1)
    expect(await decisionOn(body.id)).toMatchObject({ kind: "review", reason: "no_reference", amount: 1 })
  })

  it("of money out or on another account are kept, and are nobody's payment", async () => {
    const { order_id, amount, reference } = order
    const paying = { transferAmount: amount, content: reference }
    expect(await transfer({ ...paying, transferType: "out" })).toMatchObject({ kind: "not_ours", reason: "outgoing" })
    expect(await transfer({ ...paying, accountNumber: "0123499999" })).toMatchObject({ reason: "other_account" })
    expect(await partsOf(order_id)).toMatchObject([{ status: "awaiting_payment" }])
  })

  it("of a transfer that is not exactly what was asked for wait for a person", async () => {
    const { order_id, amount, reference } = order
    const cases: [reason: string, change: object][] = [
      ["less", { transferAmount: amount - 1 }],
      ["more", { transferAmount: amount + 1 }],
      ["no_reference", { content: "mua hang" }],
      ["no_reference", { content: reference.replace(/.$/, (last) => (last === "2" ? "3" : "2")) }],
      ["unknown_reference", { content: newBankReference() }],
      ["several_references", { content: `${reference} ${other.reference}` }],
      ["late", { transactionDate: "2099-01-01 00:00:00" }],
    ]
    for (const [reason, change] of cases) {
      const found = await transfer({ transferAmount: amount, content: reference, ...change })
      expect([reason, found]).toMatchObject([reason, { kind: "review", reason }])
    }
    const { rows } = await db().query("select state from payment_attempt where txn_ref = any($1)", [
      [reference, other.reference],
    ])
    expect(rows).toEqual([{ state: "pending" }, { state: "pending" }])
    expect(await partsOf(order_id)).toMatchObject([{ status: "awaiting_payment" }])
  })

  it(`spoilt in ${ROUNDS} ways break nothing and are not believed`, async () => {
    const { sent, findings, changed } = await fuzzSepay(ROUNDS, 20261124)
    expect(findings).toEqual([])
    expect(changed).toBe(0)
    expect(sent).toBe(ROUNDS)
  })
})
