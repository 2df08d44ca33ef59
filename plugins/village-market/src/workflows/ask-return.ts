import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { TRADE } from "../modules/trade"
import { RETURN_REASONS } from "../modules/trade/rows"
import { wakeNotices } from "../notices/send-notices"
import { Actor } from "./move-producer-order"
import { orderHours } from "./trade/order-hours"
import { refuseMove } from "./trade/refuse-move"

export const AskReturn = z.object({
  /** Found by the caller within what the actor may see. */
  producer_order_id: z.string(),
  actor: Actor,
  line_id: z.string(),
  quantity: z.number().int().positive(),
  reason: z.enum(RETURN_REASONS),
  note: z.string().trim().max(500).optional(),
})

const askReturnStep = createStep("ask-return", async (input: z.infer<typeof AskReturn>, { container }) => {
  const { producer_order_id, actor, note = null, ...asked } = AskReturn.parse(input)
  const windowHours = await orderHours(container, "return")
  const outcome = await container
    .resolve(TRADE)
    .askReturn(producer_order_id, { ...asked, note }, { actor, windowHours })
  if (!outcome.ok) refuseMove(outcome)
  wakeNotices(container)
  return new StepResponse({ id: outcome.id })
})

/** A buyer asks to send units of a line back; the producer answers. Nothing moves yet. */
export const askReturnWorkflow = createWorkflow("ask-return", (input: z.infer<typeof AskReturn>) => {
  return new WorkflowResponse(askReturnStep(input))
})
