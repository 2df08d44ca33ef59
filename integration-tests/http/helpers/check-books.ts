import type { Knex } from "knex"
import { LINE_AMOUNTS } from "../../../plugins/village-market/src/modules/trade/line-share"
import { linesOf, partsOfOrder } from "../../../plugins/village-market/src/modules/trade/read-parts"
import type { ProducerOrder } from "../../../plugins/village-market/src/modules/trade/rows"

/** Σ parts = what was sold less what was taken back = captured − refunded − due to the buyer + due from the buyer. */
export async function checkBooks(db: Knex, orderId: string, sold: number) {
  const parts = await partsOfOrder(db, orderId)
  const due = parts.reduce((sum, part) => sum + part.due, 0)
  const cash = parts.filter(({ payment_means }) => payment_means === "cash")
  const captured = sold - cash.reduce((sum, part) => sum + part.total - part.cash_collected, 0)
  const owed = cash.filter(({ cash_collected }) => cash_collected === 0).reduce((sum, part) => sum + part.due, 0)
  const refunds = await db("refund_due").where({ order_id: orderId })
  const changes = await db("producer_order_change").where({ order_id: orderId })
  const sumOf = (rows: object[], name: string) => rows.reduce((sum, row) => sum + Number(Reflect.get(row, name)), 0)
  const returned = refunds.filter(({ returned_at }) => returned_at)
  const open = refunds.filter(({ returned_at }) => !returned_at)
  expect(due).toBe(sold - sumOf(changes, "total"))
  expect(due).toBe(captured - sumOf(returned, "amount") - sumOf(open, "amount") + owed)
  for (const part of parts) await checkJournal(db, part)
}

/** The journal alone gives the same state as the rows: what a part costs, what is left of its lines, what was earned. */
async function checkJournal(db: Knex, part: ProducerOrder) {
  const lines = await linesOf(db, [part.id])
  const events = await db("sale_event").where({ producer_order_id: part.id })
  const sum = (of: object[], name: string) => of.reduce((total, row) => total + Number(Reflect.get(row, name)), 0)
  const sale = events.filter(({ kind }) => kind === "placed" || kind === "cancelled" || kind === "returned")
  expect(part.due).toBe(sum(sale, "goods") - sum(sale, "discount") + sum(sale, "shipping"))
  expect(part.due).toBeGreaterThanOrEqual(0)
  for (const line of lines) {
    const of = (kind: string) => events.filter((event) => event.line_id === line.id && event.kind === kind)
    for (const name of LINE_AMOUNTS) expect(sum(of("placed"), name)).toBe(line[name])
    expect([0 - sum(of("cancelled"), "quantity"), 0 - sum(of("returned"), "quantity")]).toEqual([
      line.cancelled,
      line.returned,
    ])
    const left = line.quantity - line.cancelled - line.returned
    if (part.handed_over_at && left === 0) {
      // What was earned at hand-over has all gone back, to the đồng.
      const earned = [...of("handed_over"), ...of("returned")]
      for (const name of ["goods", "discount", "vat", "net", "commission", "tax_vat", "tax_pit"] as const)
        expect(sum(earned, name)).toBe(0)
    }
    const settled = sum([...of("handed_over"), ...of("settled"), ...of("returned")], "settled")
    const revenue = [...of("handed_over"), ...of("returned")]
    const paid = part.handed_over_at && (part.payment_means !== "cash" || part.cash_collected > 0)
    expect(settled).toBe(paid ? sum(revenue, "goods") - sum(revenue, "discount") : 0)
  }
  const everything = events.flatMap((event) => [event.kind, event.booked_day].map(String))
  expect(everything).not.toContain("null")
}
