import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { lockStock, takeFromStock } from "./change-stock"
import { mayLift, type RecallActor } from "./recall-rules"

export type Lift = { recall_id: string; reason: string; actor: RecallActor }

/**
 * Lifts a recall by a further row: lots that no other recall holds go back on sale as they were, with the stock that
 * was taken out, and whoever was told to stop using the goods is told again. Twice is once.
 */
export const liftRecall = (pg: Knex, { recall_id, reason, actor }: Lift): Promise<{ id: string; repeated: boolean }> =>
  pg.transaction(async (trx) => {
    const [recall] = await trx("lot_recall").where({ id: recall_id, kind: "recall" })
    if (!recall) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có lần thu hồi này")
    if (!mayLift({ kind: recall.actor_kind, id: recall.actor_id }, actor)) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Chỉ người đã thu hồi, hoặc cấp trên, mới gỡ được")
    }
    await trx("lot")
      .whereIn("id", trx("lot_recall_lot").where({ recall_id }).select("lot_id"))
      .orderBy("id")
      .forUpdate()
      .select("id")
    const [before] = await trx("lot_recall").where({ recall_id })
    if (before) return { id: before.id, repeated: true }
    const id = generateEntityId(undefined, "rec")
    await trx("lot_recall").insert({
      ...{ id, kind: "lift", recall_id, lot_id: recall.lot_id, reason },
      ...{ actor_kind: actor.kind, actor_id: actor.id, actor_name: actor.name },
    })
    await sellAgain(trx, id, recall_id)
    await trx("lot_recall_hold")
      .where({ recall_id, released_at: null })
      .update({ released_at: trx.fn.now(), released_by: "lifted" })
    await tellAgain(trx, id, recall_id)
    return { id, repeated: false }
  })

type Freed = { lot_id: string; producer_id: string; listing_id: string | null; status: string; out: number }

async function sellAgain(trx: Knex.Transaction, lift_id: string, recall_id: string) {
  // Out of stock is what all recalls of the lot took, less what liftings put back.
  const { rows } = await trx.raw<{ rows: Freed[] }>(
    `select lot.id as lot_id, lot.producer_id, lot.listing_id,
       (select b.status_before from lot_recall_lot b join lot_recall r on r.id = b.recall_id
        where b.lot_id = lot.id and b.status_before <> 'recalled' and r.kind = 'recall' order by r.at desc limit 1) as status,
       (select sum(b.taken_from_stock) from lot_recall_lot b where b.lot_id = lot.id)::float8 as out
     from lot_recall_lot mine join lot on lot.id = mine.lot_id
     where mine.recall_id = ? and not exists (
       select from lot_recall_lot other join lot_recall r on r.id = other.recall_id and r.kind = 'recall'
       where other.lot_id = lot.id and not exists (select from lot_recall l where l.recall_id = r.id))
     order by lot.id`,
    [recall_id],
  )
  if (rows.length === 0) return
  const stock = await lockStock(
    trx,
    rows.flatMap(({ listing_id }) => listing_id ?? []),
  )
  for (const { lot_id, producer_id, listing_id, status, out } of rows) {
    const level = stock.get(listing_id ?? "")
    const taken_from_stock = level ? await takeFromStock(trx, level, -out) : 0
    await trx("lot").where({ id: lot_id }).update({ status, updated_at: trx.fn.now() })
    await trx("lot_recall_lot").insert({
      ...{ recall_id: lift_id, lot_id, producer_id, status_before: "recalled", quantity_left: 0, taken_from_stock },
    })
  }
}

/** Messages that nobody has begun to send are dropped; who got one, or may be getting one now, hears that it is over. */
async function tellAgain(trx: Knex.Transaction, lift_id: string, recall_id: string) {
  await trx("lot_recall_reach")
    .where({ recall_id, state: "to_send", claimed_at: null })
    .update({ state: "dropped", next_try_at: null })
  const told = await trx("lot_recall_reach")
    .where({ recall_id })
    .where((any) => any.whereIn("state", ["sent", "to_send"]).orWhereNotNull("called_at"))
    .orderBy("id")
  const rows = told.map(({ audience, order_id, producer_id, state }) => ({
    ...{ id: generateEntityId(undefined, "rch"), recall_id: lift_id, audience, order_id, producer_id },
    // Who could only be called has to be called again.
    ...(state === "sent" || state === "to_send"
      ? { state: "to_send", next_try_at: trx.fn.now() }
      : { state: "no_contact", next_try_at: null }),
  }))
  if (rows.length > 0) await trx("lot_recall_reach").insert(rows)
}
