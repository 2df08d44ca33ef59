import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type OrderNotice, OrderNoticeRow } from "./rows"

/** Longer than a gateway may take to answer; who dies while sending holds a message up no longer. */
const LEASE_SECONDS = 120
/** What could not be sent for so long is no news any more. */
const GIVE_UP_DAYS = 3

/**
 * Takes the oldest message that is due, for the length of a lease: two processes never hold the same. `tries` counts
 * the failures that were put down, so that it tells a message that failed from one whose sender died.
 */
export async function claimNotice(db: Knex): Promise<OrderNotice | undefined> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `update order_notice set next_try_at = now() + make_interval(secs => ?)
     where id = (
       select id from order_notice where sent_at is null and next_try_at <= now()
       order by created_at, id limit 1 for update skip locked
     ) returning *`,
    [LEASE_SECONDS],
  )
  return rows[0] === undefined ? undefined : OrderNoticeRow.parse(rows[0])
}

/** The message is on its way; a producer that was told of a new part is `notified_at` from then on. */
export async function markNoticeSent(db: Knex, { id, audience, event, producer_order_id }: OrderNotice) {
  await db.transaction(async (trx) => {
    await trx("order_notice").where({ id }).update({ sent_at: trx.fn.now(), next_try_at: null })
    if (audience !== "producer" || event !== "part_placed") return
    await trx("producer_order")
      .where({ id: producer_order_id })
      .whereNull("notified_at")
      .update({ notified_at: trx.fn.now() })
  })
}

/** The gateway did not take it: again in half a minute, then twice as long each time, up to an hour; not for ever. */
export async function putNoticeOff(db: Knex, { id, tries }: OrderNotice, error: string): Promise<void> {
  const seconds = Math.min(3600, 30 * 2 ** tries)
  await db("order_notice")
    .where({ id })
    .whereNull("sent_at")
    .update({
      tries: tries + 1,
      last_error: error.slice(0, 500),
      next_try_at: db.raw(
        "case when created_at > now() - make_interval(days => ?) then now() + make_interval(secs => ?) end",
        [GIVE_UP_DAYS, seconds],
      ),
    })
}

/** The messages about a part, oldest first. */
export async function noticesOf(db: Knex, partId: string): Promise<OrderNotice[]> {
  const rows = await db("order_notice").where({ producer_order_id: partId }).orderBy("created_at")
  return rows.map((row) => OrderNoticeRow.parse(row))
}
