import { randomUUID } from "node:crypto"
import request from "supertest"
import { db } from "../harness/shop"
import { newTransferOrder, placed, transfer } from "./bank"
import { findGoods, type Goods, shopClient } from "./basket"
import { operatorToken } from "./helpers/officials"
import { BASE } from "./helpers/phone-login"
import { dueOf, owe, type PaidOrder, paidOrder, returned } from "./refunds"

const shop = shopClient()
let goods: Goods
let whole: PaidOrder
let partly: PaidOrder
/** Today on Vietnam's clock. */
const today = new Date(Date.now() + 7 * 3600 * 1000).toISOString().slice(0, 10)

beforeAll(async () => {
  goods = await findGoods(shop)
  whole = await paidOrder(shop, goods)
  partly = await paidOrder(shop, goods)
  await returned(await owe(partly, 20_000), db(), 60)
}, 120_000)

async function download(path: string): Promise<string> {
  const { text } = await request(BASE)
    .get(path)
    .set("authorization", `Bearer ${await operatorToken()}`)
    .expect(200)
  return text
}

type Side = { statement: number; orders: number; beside: number; difference: number }
type Statement = {
  lines: {
    day: string
    means: string
    captured: number
    refunded: number
    by_hand: number
    fees: number
    fees_known: boolean
    owed: number
  }[]
  totals: { captured: number; net: number; in_review: number; by_hand: number }
  check: {
    ok: boolean
    captured: Side
    returned: Side
    orders: { order_id: string; what: string; ours: number; medusa: number }[]
  }
}
const statement = async (): Promise<Statement> =>
  (await shop.admin("get", `/admin/payments/statement?from=${today}&to=${today}`)).statement
const vnpay = ({ lines }: Statement) => lines.find(({ means }) => means === "vnpay")
const ofMine = ({ check }: Statement) =>
  check.orders.filter(({ order_id }) => order_id === whole.order_id || order_id === partly.order_id)
const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)

/** What the named orders differ by is all the statement differs by. */
function expectExplained({ check }: Statement) {
  const off = (what: string[]) =>
    sum(check.orders.filter((one) => what.includes(one.what)).map(({ ours, medusa }) => ours - medusa))
  expect(check.captured.difference).toBe(off(["captured"]))
  expect(check.returned.difference).toBe(off(["refunded", "by_hand"]))
}

describe("the daily statement", () => {
  it("counts what came and went back, to the đồng of the order book", async () => {
    const before = await statement()
    expect(ofMine(before)).toEqual([])
    expectExplained(before)
    const { rows } = await db().query(
      `select sum(amount)::int as paid from payment_attempt where provider = 'vnpay' and state = 'captured'
       and (decided_at + interval '7 hours')::text like $1 || '%'`,
      [today],
    )
    expect(vnpay(before)?.captured).toBeGreaterThanOrEqual(whole.amount + partly.amount)
    expect(rows[0].paid).toBeGreaterThanOrEqual(whole.amount + partly.amount)

    const third = await paidOrder(shop, goods)
    const due = await owe(third, 7000)
    await returned(due, db(), 60)
    const after = await statement()
    expect((vnpay(after)?.captured ?? 0) - (vnpay(before)?.captured ?? 0)).toBe(third.amount)
    expect((vnpay(after)?.refunded ?? 0) - (vnpay(before)?.refunded ?? 0)).toBe(7000)
    expectExplained(after)
  }, 120_000)

  it("counts what was returned by hand, once it is booked", async () => {
    const due = `test:hand:${randomUUID()}`
    await db().query(
      "insert into refund_due (id, amount, reason, order_id, means) values ($1, 3000, 'test', $2, 'cash')",
      [due, whole.order_id],
    )
    const owed = (await statement()).lines.find(({ means }) => means === "cash")?.owed ?? 0
    expect(owed).toBeGreaterThanOrEqual(3000)
    await shop.admin("post", `/admin/refunds-due/${due}/returned`, { note: "Đưa tận tay" })
    expect((await dueOf(due)).returned_at).not.toBeNull()
    const after = await statement()
    expect(after.lines.find(({ means }) => means === "cash")?.by_hand).toBeGreaterThanOrEqual(3000)
    expect(ofMine(after)).toEqual([])
    expectExplained(after)
  })

  it("counts transfers that pay nothing, or too much, as come in, so that what goes back by hand leaves nothing", async () => {
    const post = (path: string, body: object) => shop.admin("post", path, body)
    const back = async (prefix: string) => {
      const { rows } = await db().query("select id from refund_due where id like $1", [`${prefix}%`])
      await post(`/admin/refunds-due/${encodeURIComponent(rows[0].id)}/returned`, { note: "FT1" })
    }
    const before = await statement()
    const since = async () => {
      const now = await statement()
      expect(now.check.captured.difference).toBe(before.check.captured.difference)
      expect(now.check.returned.difference).toBe(before.check.returned.difference)
      const delta = (name: "captured" | "net" | "in_review") => now.totals[name] - before.totals[name]
      return [delta("captured"), delta("in_review"), delta("net")]
    }
    const stray = await transfer({ transferAmount: 9000, content: "khong ro" })
    expect(await since()).toEqual([9000, 9000, 9000])
    await post(`/admin/bank-transfers/${stray.id}/give-back`, { note: "không rõ" })
    expect(await since()).toEqual([9000, 0, 9000])
    await back(`bank:${stray.id}:`)
    expect(await since()).toEqual([9000, 0, 0])

    const order = await newTransferOrder(shop, goods)
    const more = await transfer({ transferAmount: order.amount + 5000, content: order.reference })
    await post(`/admin/bank-transfers/${more.id}/match`, { attempt_id: more.attempt_id })
    await placed(order.order_id)
    expect(await since()).toEqual([9000 + order.amount + 5000, 0, order.amount + 5000])
    await back(`bank:surplus:${more.attempt_id}`)
    expect(await since()).toEqual([9000 + order.amount + 5000, 0, order.amount])
  }, 60_000)

  it.each([
    [
      "a capture of one đồng more",
      "update capture set amount = amount + $1 where payment_id = (select id from payment where payment_session_id = (select session_id from payment_attempt where id = $2))",
      "captured",
    ],
    [
      "a refund of one đồng more",
      "update refund set amount = amount + $1 where payment_id = (select id from payment where payment_session_id = (select session_id from payment_attempt where id = $2))",
      "refunded",
    ],
  ])("names an order whose books somebody has changed: %s", async (_, change, what) => {
    await db().query(change, [1, partly.id])
    try {
      const found = await statement()
      expect(found.check.ok).toBe(false)
      expect(ofMine(found)).toMatchObject([{ order_id: partly.order_id, what }])
      expectExplained(found)
    } finally {
      await db().query(change, [-1, partly.id])
    }
    expect(ofMine(await statement())).toEqual([])
  })

  it("as a file for a spreadsheet, and for days that make sense only", async () => {
    const text = await download(`/admin/payments/statement/csv?from=${today}&to=${today}`)
    expect(text).toContain("captured_vnd")
    expect(text).toContain(`${today},vnpay,`)
    for (const days of [
      "from=2026-11-24&to=2026-11-23",
      "from=2020-01-01&to=2026-01-01",
      "from=gestern",
      "to=2026-02-31",
    ])
      await expect(shop.admin("get", `/admin/payments/statement?${days}`)).rejects.toThrow(/400/)
  })
})

describe("the gateway's settlement file", () => {
  const lines = (rows: (string | number)[][]) =>
    [
      [
        "Mã đơn hàng",
        "Mã giao dịch VNPAY",
        "Số tiền (VND)",
        "Phí",
        "Thời gian giao dịch",
        "Loại giao dịch",
        "Trạng thái",
      ],
      ...rows,
    ]
      .map((row) => row.join(";"))
      .join("\n")
  const file = (text: string, more = {}) => ({
    name: "vnpay.csv",
    content: Buffer.from(text).toString("base64"),
    ...more,
  })
  const tasksOf = async (subject: string) =>
    (
      await db().query(
        "select kind, evidence, solved_by from reconciliation_task where subject = $1 order by opened_at",
        [subject],
      )
    ).rows

  it("is compared line by line; differences become tasks, fees are known, and again it changes nothing", async () => {
    const { rows } = await db().query("select id, transaction_no, pay_date from payment_attempt where id = any($1)", [
      [whole.id, partly.id],
    ])
    const paid = (id: string) => rows.find((row) => row.id === id)
    const { rows: back } = await db().query("select transaction_no from refund_attempt where payment_attempt_id = $1", [
      partly.id,
    ])
    const stranger = `LN${Date.now()}`
    const at = paid(whole.id).pay_date
    const ok = "Giao dịch thành công"
    const text = lines([
      [whole.ref, paid(whole.id).transaction_no, whole.amount, 1320, at, "Thanh toán", ok],
      [partly.ref, paid(partly.id).transaction_no, partly.amount + 1, 1100, at, "Thanh toán", ok],
      [partly.ref, back[0].transaction_no, -20_000, 0, at, "Hoàn tiền", ok],
      [stranger, `S${stranger}`, 55_000, 600, at, "Thanh toán", ok],
    ])
    const seen = await shop.admin("post", "/admin/settlement-files/preview", file(text))
    expect(seen).toMatchObject({
      ok: true,
      count: 4,
      problems: [],
      paid: whole.amount + partly.amount + 1 + 55_000,
      refunded: 20_000,
      fees: 3020,
    })
    expect(await tasksOf(stranger)).toEqual([])

    const [first, second] = await Promise.all(
      [1, 2].map(() => shop.admin("post", "/admin/settlement-files", file(text))),
    )
    expect([first, second].map(({ settlement_file }) => settlement_file.known).sort()).toEqual([false, true])
    const { settlement_file } = first.settlement_file.known ? second : first
    expect(settlement_file).toMatchObject({ lines: 4, repeated: 0, matched: 2 })
    expect(await tasksOf(whole.ref)).toEqual([])
    expect(await tasksOf(partly.ref)).toMatchObject([
      {
        kind: "settlement_amount",
        evidence: { there: { amount: partly.amount + 1 }, here: { amount: partly.amount } },
      },
    ])
    expect(await tasksOf(stranger)).toMatchObject([{ kind: "settlement_missing_here" }])
    const { settlement_files } = await shop.admin("get", "/admin/settlement-files")
    const listed = settlement_files.find(({ id }: { id: string }) => id === settlement_file.id)
    expect(listed).toMatchObject({ imported_by: shop.demo.admin.email, fees: 3020, differing: 2 })
    expect((await statement()).lines.find(({ means }) => means === "vnpay")?.fees).toBeGreaterThanOrEqual(3020)

    // Another file with one of these lines changed, and a payment of that day that no file had.
    const other = lines([[whole.ref, paid(whole.id).transaction_no, whole.amount, 1500, at, "Thanh toán", ok]])
    const again = (await shop.admin("post", "/admin/settlement-files", file(`${other}\n`))).settlement_file
    expect(again).toMatchObject({ known: false, repeated: 1 })
    expect(await tasksOf(whole.ref)).toMatchObject([
      { kind: "settlement_changed", evidence: { before: { fee: 1320 }, there: { fee: 1500 } } },
    ])
    await expect(db().query("delete from settlement_line where file_id = $1", [settlement_file.id])).rejects.toThrow(
      /append-only/,
    )
  }, 60_000)

  it("a payment the file lacks is a task until another file has it", async () => {
    const order = await paidOrder(shop, goods)
    const { rows } = await db().query("select transaction_no, pay_date from payment_attempt where id = $1", [order.id])
    const [{ transaction_no, pay_date }] = rows
    const empty = lines([[`X${Date.now()}`, `N${Date.now()}`, 1000, 0, pay_date, "Thanh toán", "Thất bại"]])
    await shop.admin("post", "/admin/settlement-files", file(empty))
    expect(await tasksOf(order.ref)).toMatchObject([{ kind: "settlement_missing_there", solved_by: null }])
    const late = lines([[order.ref, transaction_no, order.amount, 0, pay_date, "Thanh toán", "Thành công"]])
    await shop.admin("post", "/admin/settlement-files", file(late))
    expect(await tasksOf(order.ref)).toMatchObject([{ kind: "settlement_missing_there", solved_by: "system" }])
  }, 60_000)

  it("is refused whole when a cell cannot be read, or when it is no table", async () => {
    const wrong = file(lines([["A", "1", "12,5", 0, "24/11/2026", "Thanh toán", ""]]))
    expect(await shop.admin("post", "/admin/settlement-files/preview", wrong)).toMatchObject({
      problems: [{ line: 2, column: "amount", cell: "12,5" }],
    })
    await expect(shop.admin("post", "/admin/settlement-files", wrong)).rejects.toThrow(/400.*line 2/)
    const picture = file("\u0000\u0001")
    expect(await shop.admin("post", "/admin/settlement-files/preview", picture)).toMatchObject({
      ok: false,
      problem: "not_text",
    })
    await expect(shop.admin("post", "/admin/settlement-files", picture)).rejects.toThrow(/400/)
  })
})
