import { randomBytes } from "node:crypto"
import fc from "fast-check"
import knex, { type Knex } from "knex"
import { changePart } from "../../plugins/village-market/src/modules/trade/change-part"
import { freezeParts } from "../../plugins/village-market/src/modules/trade/freeze-parts"
import { LINE_AMOUNTS } from "../../plugins/village-market/src/modules/trade/line-share"
import { movePart, placeParts } from "../../plugins/village-market/src/modules/trade/move-part"
import { linesOf, partsOfOrder } from "../../plugins/village-market/src/modules/trade/read-parts"
import { markReturned } from "../../plugins/village-market/src/modules/trade/refunds-due"
import type { ProducerOrder } from "../../plugins/village-market/src/modules/trade/rows"
import { ensureParts } from "../../plugins/village-market/src/modules/trade/store-parts"
import { variable } from "../harness/variable"
import { basket, listing, orderOf, RATES, seller } from "./helpers/random-orders"

type Command = { kind: string; part: number; line: number; units: number; cash: boolean; reason: string; role: string }

const command = fc.record({
  kind: fc.constantFrom("accept", "pack", "hand_over", "deliver", "cancel", "cancel", "return", "return", "refund"),
  part: fc.nat(2),
  line: fc.nat(4),
  /** Nought takes all that is left of the part. */
  units: fc.nat(4),
  cash: fc.boolean(),
  reason: fc.constantFrom("damaged", "changed_mind"),
  role: fc.constantFrom("producer", "buyer", "operator"),
})

const TABLES = [
  ...["producer_order", "producer_order_line", "producer_order_change", "producer_order_act", "sale_event"],
  ...["refund_due", "order_notice", "ahead_line"],
]

/**
 * Buys random baskets and does random things to their parts, by the shop's own transactions on PostgreSQL, and looks
 * after each that every đồng is in one place. The rows go into tables like the shop's own, constraints and all, that
 * are dropped afterwards: its jobs would look for Medusa orders that were never made.
 */
export async function tryRandomOrders(numRuns: number): Promise<void> {
  const schema = `random_${randomBytes(6).toString("hex")}`
  const connection = variable("TEST_DATABASE_URL")
  const db = knex({ client: "pg", connection, searchPath: [schema, "public"], pool: { min: 1, max: 2 } })
  try {
    await db.raw("create schema ??", [schema])
    for (const table of TABLES) {
      await db.raw("create table ??.?? (like public.?? including all)", [schema, table, table])
    }
    await fc.assert(
      fc.asyncProperty(basket, fc.boolean(), fc.array(command, { maxLength: 12 }), async (bought, gone, commands) => {
        const order = orderOf(bought, randomBytes(8).toString("hex"))
        const numbers = [0, 1, 2]
        const parts = freezeParts(order, numbers.map(listing), numbers.map(seller), RATES, "2026-11-24")
        await ensureParts(db, parts)
        await placeParts(db, order.id, { answerHours: 24 })
        const sold = parts.reduce((sum, { order: { total } }) => sum + total, 0)
        const bill = order.items.reduce((sum, one) => sum + one.quantity * one.unit_price - off(one.discounts), 0)
        const used = new Set(parts.map(({ order: { shipping_option_id } }) => shipping_option_id))
        const shipping = order.shipping.filter((one) => used.has(one.shipping_option_id))
        expect(sold).toBe(bill + shipping.reduce((sum, { amount }) => sum + amount, 0))
        await checkBooks(db, order.id, sold)
        if (gone) await handOverAll(db, order.id)
        for (const one of commands) {
          const before = await partsOfOrder(db, order.id)
          const touched = await obey(db, before, one)
          const after = await partsOfOrder(db, order.id)
          expect(after.filter(({ id }) => id !== touched)).toEqual(before.filter(({ id }) => id !== touched))
          await checkBooks(db, order.id, sold)
        }
      }),
      { numRuns },
    )
  } finally {
    await db.raw("drop schema if exists ?? cascade", [schema])
    await db.destroy()
  }
}

/** Half of the orders start where returns are possible. */
async function handOverAll(db: Knex, orderId: string) {
  for (const { id } of await partsOfOrder(db, orderId)) {
    await movePart(db, { id, move: "hand_over", actor: { role: "producer", id: "test" }, cash_collected: true })
  }
}

const off = (discounts: { amount: number }[]) => discounts.reduce((sum, { amount }) => sum + amount, 0)

async function obey(db: Knex, parts: ProducerOrder[], { kind, ...how }: Command): Promise<string | undefined> {
  const part = parts[how.part % parts.length]
  if (!part) return undefined
  if (kind === "refund") {
    const due = await db("refund_due").where({ order_id: part.order_id }).whereNull("returned_at").first()
    if (due) await markReturned(db, due.id, { by: "test", note: "returned" })
    return undefined
  }
  const actor = { role: how.role as "producer", id: "test" }
  if (kind === "cancel" || kind === "return") {
    const lines = await linesOf(db, [part.id])
    const line = lines[how.line % lines.length]
    const wanted = how.units && line ? [{ line_id: line.id, quantity: how.units }] : undefined
    const change = kind === "cancel" ? ("cancelled" as const) : ("returned" as const)
    await changePart(db, { id: part.id, kind: change, actor, reason: how.reason, lines: wanted })
  } else {
    const carrier = how.cash ? undefined : "Xe khách"
    await movePart(db, { id: part.id, move: kind as "accept", actor, carrier, cash_collected: how.cash })
  }
  return part.id
}

/** Σ parts = what was sold less what was taken back = captured − refunded − due to the buyer + due from the buyer. */
async function checkBooks(db: Knex, orderId: string, sold: number) {
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
