import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { readTouched } from "./read-touched"
import type { RecallActor, RecallAdvice, RecallReason } from "./recall-rules"
import { lockAll, takeEffect } from "./take-effect"
import { derivedLots } from "./trace-lots"

export type NewRecall = {
  lot_id: string
  reason: RecallReason
  /** What it is about, in the words of who recalls. */
  detail: string | null
  advice: RecallAdvice
  actor: RecallActor
  /** The same request under the same key recalls once. */
  request_key: string | null
}
export type StartedRecall = { id: string; repeated: boolean }

/** A lot may be split while we look: then the walk starts again. */
const LOOKS = 20

/**
 * Recalls a lot and everything made of it, in one transaction: off sale, out of stock, what waits is held, whom to tell
 * is written down. From its commit on no allocation of these lots succeeds, and every one made before is among them:
 * both lock the lot's row. A lot under recall already is a conflict (409).
 */
export async function startRecall(pg: Knex, recall: NewRecall, sendsEmail: boolean): Promise<StartedRecall> {
  for (let look = 0; look < LOOKS; look++) {
    const lots = await derivedLots(pg, [recall.lot_id])
    const started = await pg.transaction((trx) => recallLocked(trx, recall, lots, sendsEmail))
    if (started) return started
  }
  throw new MedusaError(MedusaError.Types.CONFLICT, "Lô này đang được chia, gộp. Xin thử lại sau giây lát")
}

/** Nothing when other lots were made of these before all were locked. */
async function recallLocked(trx: Knex.Transaction, recall: NewRecall, lots: string[], sendsEmail: boolean) {
  await lockAll(trx, lots)
  const before = await repeatOf(trx, recall)
  if (before) return { id: before, repeated: true }
  const now = await derivedLots(trx, [recall.lot_id])
  if (now.some((lot) => !lots.includes(lot))) return undefined
  const touched = await readTouched(trx, recall.lot_id)
  await refuseSecond(trx, recall.lot_id)
  const id = generateEntityId(undefined, "rec")
  const { actor, ...decided } = recall
  await trx("lot_recall").insert({
    ...{ id, kind: "recall", ...decided },
    ...{ actor_kind: actor.kind, actor_id: actor.id, actor_name: actor.name },
  })
  await takeEffect(trx, id, touched, actor, sendsEmail)
  return { id, repeated: false }
}

async function repeatOf(trx: Knex.Transaction, { request_key, actor, lot_id }: NewRecall): Promise<string | undefined> {
  if (!request_key) return undefined
  const [known] = await trx("lot_recall").where({ request_key, actor_id: actor.id })
  if (known && known.lot_id !== lot_id) {
    throw new MedusaError(MedusaError.Types.CONFLICT, "Mã yêu cầu này đã dùng cho một nội dung khác")
  }
  return known?.id
}

async function refuseSecond(trx: Knex.Transaction, lot_id: string) {
  const { rows } = await trx.raw(
    `select from lot_recall r where r.lot_id = ? and r.kind = 'recall'
     and not exists (select from lot_recall l where l.recall_id = r.id)`,
    [lot_id],
  )
  if (rows.length > 0) throw new MedusaError(MedusaError.Types.CONFLICT, "Lô này đang bị thu hồi rồi")
}
