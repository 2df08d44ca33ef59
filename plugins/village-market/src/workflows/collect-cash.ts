import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { TRADE } from "../modules/trade"
import { StatedCash } from "../modules/trade/cash-proof"
import { Actor } from "./move-producer-order"
import { followHandOver } from "./trade/follow-hand-over"
import { refuseMove } from "./trade/refuse-move"

export const CollectCash = z.object({
  /** Found by the caller within what the actor may see. */
  producer_order_id: z.string(),
  actor: Actor,
  cash: StatedCash,
})

const collectCashStep = createStep("collect-cash", async (input: z.infer<typeof CollectCash>, { container }) => {
  const { producer_order_id: id, ...how } = CollectCash.parse(input)
  const outcome = await container.resolve(TRADE).collectCash({ id, ...how })
  if (!outcome.ok && outcome.why !== "already_there") refuseMove(outcome)
  return new StepResponse({ repeated: !outcome.ok })
})

/** Follows the committed collection; what fails here is repeated by the job `finish-producer-orders`. */
const captureStep = createStep("capture-collected-cash", async ({ id }: { id: string }, { container }) => {
  const part = await container.resolve(TRADE).findPart(id, { all: true })
  if (part) await followHandOver(container, part)
  return new StepResponse()
})

/** The producer has the cash of a part that left before: booked in the journal and captured in Medusa, once. */
export const collectCashWorkflow = createWorkflow("collect-cash", (input: z.infer<typeof CollectCash>) => {
  const done = collectCashStep(input)
  captureStep({ id: input.producer_order_id })
  return new WorkflowResponse(done)
})
