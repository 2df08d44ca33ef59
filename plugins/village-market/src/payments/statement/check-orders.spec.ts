import { describe, expect, it } from "@jest/globals"
import { type StatementPart, statementLines, statementTotals } from "./add-up"
import { type BesideOrders, checkStatement, type OrderMoney } from "./check-orders"

const order = (changes: Partial<OrderMoney> = {}): OrderMoney => ({
  ...{ order_id: "order_1", display_id: 1, taken: 1000, taken_ever: 1000, medusa_captured: 1000 },
  ...{ refunded: 300, refunded_ever: 300, medusa_refunded: 300, by_hand: 0, by_hand_ever: 0, medusa_by_hand: 0 },
  ...changes,
})
const beside = (changes: Partial<BesideOrders> = {}): BesideOrders => ({
  ...{ captured: 1000, unplaced: 0, never_an_order: 0, refunded: 300, refunded_without_order: 0 },
  ...{ by_hand: 0, by_hand_without_order: 0, being_booked: 0 },
  ...changes,
})

describe("the statement against the order book", () => {
  it("agrees to the đồng, with money beside orders and days before", () => {
    const check = checkStatement(
      [order(), order({ order_id: "order_2", taken: 0, refunded: 100, refunded_ever: 300 })],
      beside({
        captured: 1000 + 50 + 70,
        unplaced: 50,
        never_an_order: 70,
        refunded: 300 + 100 + 70,
        refunded_without_order: 70,
      }),
    )
    expect(check).toMatchObject({ ok: true, orders: [] })
    expect(check.captured).toEqual({ statement: 1120, orders: 1000, beside: 120, difference: 0 })
    expect(check.returned).toEqual({ statement: 470, orders: 400, beside: 70, difference: 0 })
  })

  it.each<[string, Partial<OrderMoney>, number]>([
    ["captured", { medusa_captured: 999 }, 1],
    ["captured", { medusa_captured: 1001 }, -1],
    ["refunded", { medusa_refunded: 301 }, -1],
    ["by_hand", { medusa_by_hand: 5 }, -5],
  ])("names the order whose %s differs: %p", (what, changes, difference) => {
    const check = checkStatement([order(changes), order({ order_id: "order_2", taken: 0, refunded: 0 })], beside())
    expect(check.ok).toBe(false)
    expect(check.orders).toMatchObject([{ order_id: "order_1", what }])
    expect(what === "captured" ? check.captured.difference : check.returned.difference).toBe(difference)
  })

  it("two orders that differ and level each other out are still named", () => {
    const check = checkStatement(
      [order({ medusa_captured: 999 }), order({ order_id: "order_2", taken: 0, refunded: 0, medusa_captured: 1001 })],
      beside(),
    )
    expect(check.captured.difference).toBe(0)
    expect(check.ok).toBe(false)
    expect(check.orders.map(({ order_id }) => order_id)).toEqual(["order_1", "order_2"])
  })
})

describe("lines of the statement", () => {
  const parts: StatementPart[] = [
    { day: "2026-11-25", means: "vnpay", captured: 500, payments: 1 },
    { day: "2026-11-24", means: "vnpay", captured: 1000, payments: 2 },
    { day: "2026-11-24", means: "vnpay", fees: 11, payments_settled: 2, refunded: 300 },
    { day: "2026-11-24", means: "cash", captured: 70, payments: 1, by_hand: 20, owed: 5 },
  ]

  it("one per day and means, in order, with the fees known or not", () => {
    expect(
      statementLines(parts).map(({ day, means, captured, fees_known }) => [day, means, captured, fees_known]),
    ).toEqual([
      ["2026-11-24", "cash", 70, true],
      ["2026-11-24", "vnpay", 1000, true],
      ["2026-11-25", "vnpay", 500, false],
    ])
  })

  it("adds up", () => {
    expect(statementTotals(statementLines(parts))).toMatchObject({
      ...{ captured: 1570, payments: 4, refunded: 300, by_hand: 20, fees: 11, owed: 5, fees_known: false },
      net: 1570 - 300 - 20 - 11,
    })
    expect(statementTotals([])).toMatchObject({ captured: 0, net: 0, fees_known: true })
  })
})
