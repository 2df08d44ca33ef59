import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { OrderActor } from "./actor"
import type { StatedCash } from "./cash-proof"
import { book } from "./move-part"
import { lockedParts } from "./read-parts"
import { recordAct } from "./record"
import { type CashRefusal, takeCash } from "./take-cash"

export type CollectOutcome =
  | { ok: true; amount: number }
  | { ok: false; why: "already_there" | "not_now" | CashRefusal }

/**
 * Cash that came after the goods had left: a carrier that collects pays days later, and a buyer may have said "I have
 * it" before. All the part costs now, in whole đồng, with what proves it; the journal books it as settled on the day it
 * came. An amount that differs is taken down and settles nothing (`amount` 0).
 */
export async function collectCash(
  db: Knex,
  { id, actor, cash }: { id: string; actor: OrderActor; cash: StatedCash },
  at = new Date(),
): Promise<CollectOutcome> {
  return db.transaction(async (trx) => {
    const [part] = await lockedParts(trx, { id })
    if (!part) throw new Error(`there is no producer order ${id}`)
    if (part.collected_by === "bank") return { ok: false, why: "paid_by_qr" }
    if (part.cash_collected > 0) return { ok: false, why: "already_there" }
    if (part.payment_means !== "cash" || !part.handed_over_at || part.due === 0) return { ok: false, why: "not_now" }
    const taken = await takeCash(trx, cash, { part, due: part.due, moment: "later", actor, at })
    if (!taken.ok) return taken
    if (taken.collected === 0) return { ok: true, amount: 0 }
    await trx("producer_order").where({ id }).update({ cash_collected: part.due, collected_by: "cash" })
    await book(trx, "settled", { ...part, collected_by: "cash" }, at, true)
    await recordAct(trx, { part, act: "collect_cash", actor, at, detail: { cash_collected: part.due } })
    return { ok: true, amount: part.due }
  })
}
