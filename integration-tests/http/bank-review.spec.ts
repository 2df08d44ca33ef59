import { WAITING_TRANSFERS } from "../../plugins/village-market/src/modules/gateway/alarms"
import { db } from "../harness/shop"
import { type BankOrder, movement, newTransferOrder, partsOf, placed, tellSepay, transfer, until } from "./bank"
import { findGoods, type Goods, shopClient } from "./basket"
import { capturesOf } from "./vnpay"

type Decided = { id: string; kind: string }

describe("what an operator decides about transfers that wait", () => {
  const client = shopClient()
  let goods: Goods
  let order: BankOrder
  let half: Decided
  let rest: Decided
  beforeAll(async () => {
    goods = await findGoods(client)
    order = await newTransferOrder(client, goods)
    half = await transfer({ transferAmount: order.amount - 1000, content: `mot phan ${order.reference}` })
  })

  const post = (id: string, deed: string, body: object) =>
    client.admin("post", `/admin/bank-transfers/${id}/${deed}`, body)
  const list = async (state = "review") =>
    (await client.admin("get", `/admin/bank-transfers?state=${state}`)).bank_transfers
  const shown = async (id: string, state = "review") => (await list(state)).find((one: Decided) => one.id === id)
  const debts = async (prefix: string) =>
    (await db().query("select amount::int, reason, means, order_id from refund_due where id like $1", [`${prefix}%`]))
      .rows

  it("is listed with its evidence and what it may have been meant for", async () => {
    expect(await shown(half.id)).toMatchObject({
      ...{ amount: order.amount - 1000, direction: "in", decision: { kind: "review", reason: "less", by: "system" } },
      attempt: { txn_ref: order.reference, amount: order.amount, open: true, buyer_name: "Lan Nguyễn Thị" },
      suggestions: [{ reasons: ["reference", "near_in_time"], attempt: { order_id: order.order_id } }],
    })
  })

  it("is listed longest waiting first, and is among what alarms are raised about", async () => {
    const listed: { id: string; received_at: string }[] = await list()
    const times = listed.map(({ received_at }) => received_at)
    expect(times).toEqual([...times].sort())
    const { rows } = await db().query(`select amount::int from (${WAITING_TRANSFERS}) w where transaction_id = $1`, [
      half.id,
    ])
    expect(rows).toEqual([{ amount: order.amount - 1000 }])
  })

  it("matches only the whole amount: one transfer short is refused, two that make it up are the payment", async () => {
    await expect(post(half.id, "match", { order: order.reference })).rejects.toThrow(/409.*Còn thiếu 1.000 ₫/)
    await expect(post(half.id, "match", { order: "LN000000000" })).rejects.toThrow(/404/)
    rest = await transfer({ transferAmount: 1000, content: `not ${order.reference}` })
    const { suggestions } = await shown(rest.id)
    expect(suggestions[0]).toMatchObject({ with: [half.id], reasons: expect.arrayContaining(["sum"]) })
    await post(rest.id, "match", { attempt_id: suggestions[0].attempt.id, with: suggestions[0].with })
    await placed(order.order_id)
    expect(await capturesOf(order.session)).toEqual([order.amount])
    expect(await debts("bank:surplus:")).not.toContainEqual(expect.objectContaining({ order_id: order.order_id }))
    await expect(post(rest.id, "match", { order: order.reference })).rejects.toThrow(/404/)
    await expect(post(rest.id, "undo", { note: "changed my mind" })).rejects.toThrow(/409/)
  })

  it("gives back what is over, and all of what nobody wants; undone while nothing followed", async () => {
    const dear = await newTransferOrder(client, goods)
    const more = await transfer({ transferAmount: dear.amount + 5000, content: dear.reference })
    const found = await shown(more.id)
    await post(more.id, "match", { attempt_id: found.attempt.id })
    await placed(dear.order_id)
    expect(await debts(`bank:surplus:${found.attempt.id}`)).toMatchObject([{ amount: 5000, means: "bank" }])

    const again = await transfer({ transferAmount: dear.amount, content: dear.reference })
    expect(again).toMatchObject({ kind: "review", reason: "second" })
    await expect(post(again.id, "match", { attempt_id: found.attempt.id })).rejects.toThrow(/409/)
    await post(again.id, "give-back", { note: "chuyển hai lần" })
    expect(await debts(`bank:${again.id}:`)).toMatchObject([{ amount: dear.amount, reason: "transfer_unmatched" }])
    await post(again.id, "undo", { note: "nhầm" })
    expect(await debts(`bank:${again.id}:`)).toEqual([])
    await post(again.id, "ignore", { note: "chủ chợ tự chuyển thử" })
    expect(await shown(again.id, "decided")).toMatchObject({ decision: { kind: "ignored" }, may_undo: true })
    const { rows } = await db().query("select kind from bank_decision where transaction_id = $1 order by number", [
      again.id,
    ])
    expect(rows.map(({ kind }) => kind)).toEqual(["review", "give_back", "undone", "ignored"])
    await expect(db().query("delete from bank_decision where transaction_id = $1", [again.id])).rejects.toThrow(
      /append-only/,
    )
    await expect(db().query("update bank_transaction set amount = 1")).rejects.toThrow(/append-only/)
  })

  it("goes back by hand when the order it paid is cancelled, and is then in Medusa's books", async () => {
    const [part] = await partsOf(order.order_id)
    await client.admin("post", `/admin/producer-orders/${part?.id}/cancel`, { reason: "hết hàng" })
    const { refunds_due } = await client.admin("get", "/admin/refunds-due")
    const due = refunds_due.find((one: { order_id: string }) => one.order_id === order.order_id)
    expect(due).toMatchObject({ amount: order.amount, means: "bank", by_gateway: false, by_hand: true })
    await client.admin("post", `/admin/refunds-due/${encodeURIComponent(due.id)}/returned`, { note: "FT26329" })
    const booked = await until(async () => {
      const { rows } = await db().query(
        "select amount::int from order_transaction where order_id = $1 and amount < 0 and deleted_at is null",
        [order.order_id],
      )
      return rows[0]
    })
    expect(booked.amount).toBe(-order.amount)
  })

  it("does not take back what has been returned, nor pays an order given free", async () => {
    const gone = await newTransferOrder(client, goods)
    const [part] = await partsOf(gone.order_id)
    const stock = async () =>
      (
        await db().query(
          "select count(*)::int as n from reservation_item r join order_line_item l on l.id = r.line_item_id join order_item i on i.item_id = l.id where i.order_id = $1 and r.deleted_at is null",
          [gone.order_id],
        )
      ).rows[0].n
    expect(await stock()).toBe(1)
    await client.admin("post", `/admin/producer-orders/${part?.id}/expire`, { reason: "không thấy tiền" })
    await until(async () => (await stock()) === 0)
    const late = await transfer({ transferAmount: gone.amount, content: gone.reference })
    expect(late).toMatchObject({ kind: "review", reason: "order_gone" })
    await expect(post(late.id, "match", { order: gone.reference })).rejects.toThrow(/404/)
    await expect(post(late.id, "match", { attempt_id: (await shown(late.id)).attempt.id })).rejects.toThrow(/409/)
    await post(late.id, "give-back", { note: "đơn đã hủy" })
    const [{ id: due }] = (await db().query("select id from refund_due where id like $1", [`bank:${late.id}:%`])).rows
    await client.admin("post", `/admin/refunds-due/${encodeURIComponent(due)}/returned`, { note: "FT26328 12:00" })
    await expect(post(late.id, "undo", { note: "nhầm" })).rejects.toThrow(/409.*trả lại/)
  })

  it("is decided once, whoever else decides at the same moment", async () => {
    const body = movement({ transferAmount: 77_000, content: "khong ro" })
    await tellSepay(body).expect(200)
    const { id } = await until(async () =>
      (await list()).find(
        (one: { amount: number; content: string; bank_reference: string }) => one.bank_reference === body.referenceCode,
      ),
    )
    const tries = await Promise.allSettled(
      ["give-back", "ignore", "give-back", "ignore"].map((deed) => post(id, deed, { note: "cùng lúc" })),
    )
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    const { rows } = await db().query("select count(*)::int as n from bank_decision where transaction_id = $1", [id])
    expect(rows[0].n).toBe(2)
  })
})
