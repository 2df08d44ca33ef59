import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { TRADE } from "../modules/trade"
import { Actor } from "./move-producer-order"
import { followChangesStep } from "./steps/follow-changes"
import { refuseMove } from "./trade/refuse-move"

export const CancelLines = z.object({
  /** Found by the caller within what the actor may see. */
  producer_order_id: z.string(),
  actor: Actor,
  reason: z.string().trim().min(3).max(500),
  /** Units per line; all that is left of the part where nothing is named. */
  lines: z
    .array(z.object({ line_id: z.string(), quantity: z.number().int().positive() }))
    .min(1)
    .optional(),
  /** The same key is the same cancellation. */
  key: z
    .string()
    .regex(/^[\w-]{8,80}$/)
    .optional(),
})

const cancelLinesStep = createStep("cancel-lines", async (input: z.infer<typeof CancelLines>, { container }) => {
  const { producer_order_id: id, ...how } = CancelLines.parse(input)
  const trade = container.resolve(TRADE)
  const outcome = await trade.change({ id, kind: "cancelled", ...how })
  if (!outcome.ok) refuseMove(outcome)
  const part = await trade.findPart(id, { all: true })
  return new StepResponse({ ...outcome, order_id: part?.order_id ?? "" })
})

/**
 * Cancels a part, or lines of it, before the goods have left: exactly its share is owed back, its stock is free again,
 * the other parts stay as they are. A part that is not there to be cancelled answers 409 with the reason.
 */
export const cancelLinesWorkflow = createWorkflow("cancel-lines", (input: z.infer<typeof CancelLines>) => {
  const cancelled = cancelLinesStep(input)
  followChangesStep(cancelled)
  return new WorkflowResponse(cancelled)
})
