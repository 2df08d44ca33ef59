import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { reserveWindow } from "./reserve-window"
import type { NewLine, NewPart } from "./rows"

/** Stores the parts of an order that are not there yet. A part of the same basket under another order is a conflict (unique cart, producer). */
export async function ensureParts(db: Knex, parts: NewPart[]): Promise<void> {
  await db.transaction(async (trx) => {
    const fresh: NewLine[] = []
    for (const { order, lines } of parts) {
      const inserted = await trx("producer_order")
        .insert({ ...order, due: order.total, status: "awaiting_payment" })
        .onConflict(["order_id", "producer_id"])
        .ignore()
        .returning("id")
      if (inserted.length === 0) continue
      await trx("producer_order_line").insert(lines)
      fresh.push(...lines)
    }
    await reserveWindow(trx, fresh)
  })
}

/** Takes back parts nobody has heard of, when Medusa takes back the order. */
export async function removeAwaiting(db: Knex, orderId: string): Promise<void> {
  await db.transaction(async (trx) => {
    const ids = await trx("producer_order").where({ order_id: orderId, status: "awaiting_payment" }).pluck("id")
    await trx("producer_order_line").whereIn("producer_order_id", ids).delete()
    await trx("producer_order").whereIn("id", ids).delete()
  })
}
