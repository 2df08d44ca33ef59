import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { liftRecall } from "../modules/traceability/recall/lift-recall"
import type { RecallScope } from "../modules/traceability/recall/read-recalls"
import type { RecallActor } from "../modules/traceability/recall/recall-rules"
import { wakeRecallNotices } from "../notices/send-recall-notices"
import { lotInScope, recallInScope } from "../recalls/lot-in-scope"

/** Why the goods are fit for use after all. */
export const LiftDeclaration = z.object({
  reason: z.string({ message: "liftReasonMissing" }).trim().min(3, "liftReasonMissing").max(300, "detailLong"),
})

export type LiftRecallInput = z.infer<typeof LiftDeclaration> & {
  recall_id: string
  scope: RecallScope
  actor: RecallActor
}

const liftStep = createStep("lift-recall", async (input: LiftRecallInput, { container }) => {
  const { scope, ...lift } = input
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { lot_id } = await recallInScope(pg, scope, lift.recall_id)
  // Seen by everyone whose lots it took, lifted only from where it began.
  await lotInScope(pg, scope, lot_id)
  const lifted = await liftRecall(pg, lift)
  wakeRecallNotices(container)
  return new StepResponse(lifted)
})

/** Ends a recall by a further row, puts its lots back on sale and tells whoever had been told; twice is once. */
export const liftRecallWorkflow = createWorkflow(
  "lift-recall",
  (input: LiftRecallInput) => new WorkflowResponse(liftStep(input)),
)
