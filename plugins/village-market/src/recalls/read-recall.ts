import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { previewOf, type RecallPreview } from "../modules/traceability/recall/preview"
import { type ReachedBuyer, readReached, readReachedMakers, readTaken } from "../modules/traceability/recall/read-reach"
import { listRecalls, type Recall, type RecallScope, readHeld } from "../modules/traceability/recall/read-recalls"
import { readTouched } from "../modules/traceability/recall/read-touched"
import { mayLift, type RecallActor } from "../modules/traceability/recall/recall-rules"
import { settingsOf } from "../settings"
import { lotInScope, recallInScope, type ScopedLot } from "./lot-in-scope"

const producerIn = (scope: RecallScope) =>
  scope !== "everywhere" && "producer_id" in scope ? { producer_id: scope.producer_id } : undefined

/** What a recall of a lot in the scope would touch, and its recall where one stands. */
export async function previewRecall(
  container: MedusaContainer,
  scope: RecallScope,
  idOrCode: string,
): Promise<{ lot: ScopedLot; preview: RecallPreview; standing: Recall | null }> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const lot = await lotInScope(pg, scope, idOrCode)
  const [touched, { recalls }] = await Promise.all([
    readTouched(pg, lot.id),
    listRecalls(pg, scope, { lot_id: lot.id }),
  ])
  return {
    lot,
    preview: previewOf(touched, settingsOf(container).email, producerIn(scope)),
    standing: recalls.find(({ lifted }) => lifted === null) ?? null,
  }
}

export type RecallView = Awaited<ReturnType<typeof readRecall>>

/**
 * A recall with whom it reached. A household sees its own buyers, the operator all, officials how many: who bought is
 * not theirs to know without a reason (see `read-trace-file.ts`).
 */
export async function readRecall(container: MedusaContainer, scope: RecallScope, id: string, actor: RecallActor) {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const recall = await recallInScope(pg, scope, id)
  const own = producerIn(scope)
  const lift_id = recall.lifted ? await liftOf(container, id) : undefined
  const [lots, makers, held_lines, all, again] = await Promise.all([
    readTaken(pg, id),
    readReachedMakers(pg, id),
    readHeld(pg, id, own?.producer_id),
    readReached(pg, id, own?.producer_id),
    lift_id ? readReached(pg, lift_id, own?.producer_id) : [],
  ])
  const reached = actor.kind === "official" ? all.map(withoutBuyer) : all
  return {
    ...recall,
    // Of all households together it would tell one what others sell.
    ...(own
      ? { reach: countReached(all), lots: lots.filter(({ producer_id }) => producer_id === own.producer_id).length }
      : {}),
    lots_taken: own ? lots.filter(({ producer_id }) => producer_id === own.producer_id) : lots,
    makers: own ? [] : makers,
    held: held_lines.length,
    held_lines,
    reached,
    /** Who was told that it is over. */
    told_of_lift: again.filter(({ state }) => state === "sent").length,
    may_lift: recall.lifted === null && mayLift(recall.started_by, actor),
  }
}

async function liftOf(container: MedusaContainer, recall_id: string): Promise<string | undefined> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const row: { id: string } | undefined = await pg("lot_recall").where({ recall_id }).first("id")
  return row?.id
}

const withoutBuyer = (one: ReachedBuyer) => ({
  ...one,
  order_id: "",
  name: "",
  phone: null,
  email: null,
  called_note: null,
})

export function countReached(reached: Pick<ReachedBuyer, "state" | "called_at">[]): Recall["reach"] {
  const counts = { to_send: 0, sent: 0, failed: 0, no_contact: 0, dropped: 0, called: 0 }
  for (const { state, called_at } of reached) {
    if (called_at) counts.called += 1
    if (!called_at || state === "sent") counts[state] += 1
  }
  return counts
}
