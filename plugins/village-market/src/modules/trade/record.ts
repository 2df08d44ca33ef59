import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { OrderActor } from "./actor"
import type { OrderNotice, ProducerOrder } from "./rows"

type Act = { part: ProducerOrder; act: string; to?: ProducerOrder["status"]; actor: OrderActor; at: Date }

/** Adds to a part's audit trail, in the transaction of the act. */
export async function recordAct(
  trx: Knex.Transaction,
  { part, act, to = part.status, actor, at, reason, detail }: Act & { reason?: string; detail?: object },
) {
  await trx("producer_order_act").insert({
    producer_order_id: part.id,
    act,
    from_status: part.status,
    to_status: to,
    actor_role: actor.role,
    actor_id: actor.id,
    actor_name: actor.name ?? null,
    reason: reason ?? null,
    detail: detail ? JSON.stringify(detail) : null,
    at,
  })
}

/** Puts a message into the outbox; the same part, audience, event and mark is one message. */
export async function putNotice(
  trx: Knex,
  part: Pick<ProducerOrder, "id" | "order_id">,
  { audience, event, mark, data = {} }: Pick<OrderNotice, "audience" | "event"> & { mark?: string; data?: object },
) {
  await trx("order_notice")
    .insert({
      id: [part.id, audience, event, mark].filter(Boolean).join(":"),
      producer_order_id: part.id,
      order_id: part.order_id,
      audience,
      event,
      data: JSON.stringify(data),
    })
    .onConflict("id")
    .ignore()
}
