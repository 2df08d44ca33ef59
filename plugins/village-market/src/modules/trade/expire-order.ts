import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { OrderActor } from "./actor"
import { PAID_OR_CLAIMED } from "./paid-or-claimed"
import { moveProducerOrder, type OrderMoveOutcome } from "./producer-order-status"
import { lockedParts } from "./read-parts"
import { putNotice, recordAct } from "./record"
import type { ProducerOrder } from "./rows"

/**
 * Gives up an order nobody has paid, named by one of its parts: all its waiting parts in one transaction, since one
 * payment is for all of them. Not while money for it has come or is being looked into.
 */
export async function expireOrder(
  trx: Knex.Transaction,
  id: string,
  { actor, reason }: { actor: OrderActor; reason?: string },
  at: Date,
): Promise<OrderMoveOutcome> {
  const named = await trx("producer_order").where({ id }).first("order_id")
  const parts = await lockedParts(trx, { order_id: named?.order_id ?? "" })
  const asked = parts.find((part) => part.id === id)
  if (!asked) throw new Error(`there is no producer order ${id}`)
  const outcome = moveProducerOrder(asked.status, "expire", actor.role)
  if (!outcome.ok) return outcome
  const { rows: claims } = await trx.raw<{ rows: unknown[] }>(
    `select 1 from producer_order part where part.id = ? and ${PAID_OR_CLAIMED}`,
    [id],
  )
  if (claims.length > 0) return { ok: false, why: "not_now", status: asked.status }
  for (const part of parts.filter(({ status }) => status === asked.status)) {
    await trx("producer_order").where({ id: part.id }).update({ status: outcome.to, ended_at: at })
    await giveUp(trx, part, at)
    await recordAct(trx, { part, act: "expire", to: outcome.to, actor, at, reason })
    await putNotice(trx, part, { audience: "buyer", event: "part_expired" })
  }
  return outcome
}

/** Nothing was sold and nothing paid, so the journal stays empty; Medusa's order and the stock follow the change. */
async function giveUp(trx: Knex.Transaction, part: ProducerOrder, at: Date) {
  await trx("producer_order_change").insert({
    ...{ id: `pochg_${part.id}`, producer_order_id: part.id, order_id: part.order_id, kind: "cancelled" },
    ...{ by_role: "system", reason: "unpaid", total: part.due, restock: false, created_at: at },
  })
  await trx("producer_order").where({ id: part.id }).update({ due: 0 })
  await trx("producer_order_line")
    .where({ producer_order_id: part.id })
    .update({ cancelled: trx.ref("quantity") })
}
