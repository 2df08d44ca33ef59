import fc from "fast-check"
import type { Knex } from "knex"
import { changePart } from "../../plugins/village-market/src/modules/trade/change-part"
import { collectCash } from "../../plugins/village-market/src/modules/trade/collect-cash"
import { movePart } from "../../plugins/village-market/src/modules/trade/move-part"
import { linesOf, partsOfOrder } from "../../plugins/village-market/src/modules/trade/read-parts"
import type { ProducerOrder } from "../../plugins/village-market/src/modules/trade/rows"
import { CASH_PAID } from "./helpers/cash"
import { checkBooks } from "./helpers/check-books"
import { basket } from "./helpers/random-orders"
import { placeOrder, withScratchTrade } from "./helpers/scratch-trade"

type Command = { kind: string; part: number; line: number; units: number; cash: boolean; reason: string; role: string }

const command = fc.record({
  kind: fc.constantFrom(
    "accept",
    "pack",
    "hand_over",
    "deliver",
    "cancel",
    "cancel",
    "return",
    "return",
    "refund",
    "collect",
  ),
  part: fc.nat(2),
  line: fc.nat(4),
  /** Nought takes all that is left of the part. */
  units: fc.nat(4),
  cash: fc.boolean(),
  reason: fc.constantFrom("damaged", "changed_mind"),
  role: fc.constantFrom("producer", "buyer", "operator"),
})

/**
 * Buys random baskets and does random things to their parts, by the shop's own transactions on PostgreSQL, and looks
 * after each that every đồng is in one place.
 */
export async function tryRandomOrders(numRuns: number): Promise<void> {
  await withScratchTrade(async (db) => {
    await fc.assert(
      fc.asyncProperty(basket, fc.boolean(), fc.array(command, { maxLength: 12 }), async (bought, gone, commands) => {
        const { order, parts, sold } = await placeOrder(db, bought)
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
  })
}

/** Half of the orders start where returns are possible. */
async function handOverAll(db: Knex, orderId: string) {
  for (const { id } of await partsOfOrder(db, orderId)) {
    await movePart(db, { id, move: "hand_over", actor: { role: "producer", id: "test" }, cash: CASH_PAID })
  }
}

const off = (discounts: { amount: number }[]) => discounts.reduce((sum, { amount }) => sum + amount, 0)

async function obey(db: Knex, parts: ProducerOrder[], { kind, ...how }: Command): Promise<string | undefined> {
  const part = parts[how.part % parts.length]
  if (!part) return undefined
  if (kind === "refund") {
    const due = await db("refund_due").where({ order_id: part.order_id }).whereNull("returned_at").first()
    if (due) await db("refund_due").where({ id: due.id }).update({ returned_at: db.fn.now(), returned_by: "test" })
    return undefined
  }
  const actor = { role: how.role as "producer", id: "test" }
  if (kind === "collect") {
    await collectCash(db, { id: part.id, actor, cash: CASH_PAID })
    return part.id
  }
  if (kind === "cancel" || kind === "return") {
    const lines = await linesOf(db, [part.id])
    const line = lines[how.line % lines.length]
    const wanted = how.units && line ? [{ line_id: line.id, quantity: how.units }] : undefined
    const change = kind === "cancel" ? ("cancelled" as const) : ("returned" as const)
    await changePart(db, { id: part.id, kind: change, actor, reason: how.reason, lines: wanted })
  } else {
    const carrier = how.cash ? undefined : "Xe khách"
    await movePart(db, {
      id: part.id,
      move: kind as "accept",
      actor,
      carrier,
      ...(how.cash ? { cash: CASH_PAID } : {}),
    })
  }
  return part.id
}
