import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { SYSTEM } from "./actor"
import { book } from "./move-part"
import { lockedParts } from "./read-parts"
import { recordAct } from "./record"

/** `paid_twice`: cash or another transfer was quicker. `door_changed`: the part costs something else by now, or nothing. */
export type BankCollected =
  | { ok: true; order_id: string }
  | { ok: false; why: "paid_twice" | "door_changed"; order_id?: string }

const ACT = "collect_bank"

/** Whether this very payment is what a part was collected by. */
export async function isCollectedBy(db: Knex, { id, attempt_id }: { id: string; attempt_id: string }) {
  const act = await db("producer_order_act")
    .where({ producer_order_id: id, act: ACT })
    .whereRaw("detail->>'attempt_id' = ?", [attempt_id])
    .first("id")
  return act !== undefined
}

/**
 * A part promised in cash was paid by QR: exactly what it costs now, in whole đồng. Where the goods have left already,
 * the journal books it as settled; where not, the hand-over will. The same attempt is one payment, however often told.
 */
export async function collectByBank(
  db: Knex,
  { id, amount, attempt_id }: { id: string; amount: number; attempt_id: string },
  at = new Date(),
): Promise<BankCollected> {
  return db.transaction(async (trx) => {
    const [part] = await lockedParts(trx, { id })
    if (!part) return { ok: false, why: "door_changed" }
    const { order_id } = part
    if (await isCollectedBy(trx, { id, attempt_id })) return { ok: true, order_id }
    if (part.cash_collected > 0) return { ok: false, why: "paid_twice", order_id }
    const open = part.payment_means === "cash" && part.placed_at !== null
    if (!open || part.due !== amount) return { ok: false, why: "door_changed", order_id }
    await trx("producer_order").where({ id }).update({ cash_collected: amount, collected_by: "bank" })
    if (part.handed_over_at) await book(trx, "settled", { ...part, collected_by: "bank" }, at, true)
    await recordAct(trx, { part, act: ACT, actor: SYSTEM, at, detail: { attempt_id, cash_collected: amount } })
    return { ok: true, order_id }
  })
}
