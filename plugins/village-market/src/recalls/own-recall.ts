import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { markCalled, readReached } from "../modules/traceability/recall/read-reach"
import type { RecallScope } from "../modules/traceability/recall/read-recalls"
import type { RecallActor } from "../modules/traceability/recall/recall-rules"
import { previewRecall, readRecall } from "./read-recall"

/** A household's own lot: what a recall would touch, and its recalls, the one that stands first. */
export async function readOwnRecall(
  container: MedusaContainer,
  producer: { id: string; name: string | null },
  lot: string,
) {
  const scope: RecallScope = { producer_id: producer.id }
  const { standing, ...seen } = await previewRecall(container, scope, lot)
  const recall = standing && (await readRecall(container, scope, standing.id, asRecaller(producer)))
  return { ...seen, recall }
}
export type OwnRecall = Awaited<ReturnType<typeof readOwnRecall>>

export const asRecaller = ({ id, name }: { id: string; name: string | null }): RecallActor => ({
  kind: "producer",
  id,
  name,
})

/** Says that a buyer of a recall was called; one that is not the actor's to see is not found. */
export async function noteCall(
  container: MedusaContainer,
  scope: RecallScope,
  call: { recall_id: string; reach_id: string; by: string; note: string | null },
): Promise<void> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const producer_id = scope !== "everywhere" && "producer_id" in scope ? scope.producer_id : undefined
  const seen = await readReached(pg, call.recall_id, producer_id)
  const known = seen.some(({ id }) => id === call.reach_id)
  if (!known || !(await markCalled(pg, call))) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có người mua này trong lần thu hồi")
  }
}
