import { createHash } from "node:crypto"
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
    await tellSepay("not json").expect(400)
    expect(await stored(body.id)).toBe(0)
    await tellSepay(body, { at: now - 290 }).expect(200, { success: true })
    await tellSepay({ ...body, transferAmount: 999 }).expect(200, { success: true })
    expect(await stored(body.id)).toBe(1)
    expect(await decisionOn(body.id)).toMatchObject({ kind: "review", reason: "no_reference", amount: 1 })
  })

  it("that are signed and not as we know them are kept, once, for a person", async () => {
    const body = movement({ content: newBankReference() })
    const unread: object[] = [
      { ...body, transferAmount: 0 },
      { ...body, transferAmount: 1.5 },
      { ...body, content: "dài".repeat(1000) },
      { ...body, content: "\u0000" },
      { ...body, transactionDate: "2026-02-31 25:00:00" },
      { ...body, id: undefined },
    ]
    for (const changed of unread) {
      const raw = JSON.stringify(changed)
      for (let time = 0; time < 2; time++) await tellSepay(changed).expect(200, { success: true })
      const key = createHash("sha256").update(raw).digest("hex")
      const { rows: events } = await db().query(
        "select raw, verdict from gateway_event where provider = 'sepay' and event_key = $1",
        [key],
      )
      expect(events).toEqual([{ raw, verdict: "unread" }])
      const { rows: tasks } = await db().query(
        "select kind, evidence->>'problem' as problem, solved_at from reconciliation_task where task_key = $1",
        [`sepay:${key}`],
      )
      expect(tasks).toEqual([{ kind: "notice_unread", problem: expect.stringMatching(/./), solved_at: null }])
    }
    await tellSepay(body, { headers: { "content-type": "text/plain" } }).expect(200)
    expect(await stored(body.id)).toBe(0)
  })

  it("of money out or on another account are kept, and are nobody's payment; with a reference a person looks", async () => {
    const { order_id, amount, reference } = order
    const paying = { transferAmount: amount, content: reference }
    expect(await transfer({ ...paying, transferType: "out" })).toMatchObject({ kind: "not_ours", reason: "outgoing" })
    expect(await transfer({ ...paying, accountNumber: "0123499999" })).toMatchObject({ kind: "review" })
    expect(await transfer({ ...paying, accountNumber: "0123499999", content: "mua hang" })).toMatchObject({
      ...{ kind: "not_ours", reason: "other_account" },
    })
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
