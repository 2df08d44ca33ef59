import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { readTouched } from "./read-touched"
import type { RecallActor } from "./recall-rules"
import { lockAll, takeEffect } from "./take-effect"
import { derivedLots } from "./trace-lots"

/**
 * A source or a change that is declared after a recall brings more lots under it: they are taken off sale as the others
 * were, and whoever got of them is told. Returns how many recalls grew.
 */
export async function extendRecalls(pg: Knex, sendsEmail: boolean): Promise<number> {
  const { rows } = await pg.raw<{ rows: Standing[] }>(
    `select r.id, r.lot_id, r.actor_kind, r.actor_id, array_agg(t.lot_id) as taken
     from lot_recall r join lot_recall_lot t on t.recall_id = r.id
     where r.kind = 'recall' and not exists (select from lot_recall l where l.recall_id = r.id) group by r.id`,
  )
  let grown = 0
  for (const recall of rows) {
    const now = await derivedLots(pg, [recall.lot_id])
    const added = now.filter((lot) => !recall.taken.includes(lot))
    if (added.length > 0 && (await extend(pg, recall, added, sendsEmail))) grown += 1
  }
  return grown
}

type Standing = { id: string; lot_id: string; actor_kind: RecallActor["kind"]; actor_id: string; taken: string[] }

const extend = (pg: Knex, { id, actor_kind, actor_id, lot_id }: Standing, added: string[], sendsEmail: boolean) =>
  pg.transaction(async (trx) => {
    await lockAll(trx, [lot_id, ...added])
    const [lifted] = await trx("lot_recall").where({ recall_id: id })
    const known: { lot_id: string }[] = await trx("lot_recall_lot").where({ recall_id: id }).select("lot_id")
    const missing = added.filter((lot) => !known.some(({ lot_id }) => lot_id === lot))
    if (lifted || missing.length === 0) return false
    const touched = await readTouched(trx, lot_id, missing)
    await takeEffect(trx, id, touched, { kind: actor_kind, id: actor_id }, sendsEmail)
    return true
  })
