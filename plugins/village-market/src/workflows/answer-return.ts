import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { TRADE } from "../modules/trade"
import { Actor } from "./move-producer-order"
import { followChangesStep } from "./steps/follow-changes"
import { refuseMove } from "./trade/refuse-move"

export const AnswerReturn = z.object({
  /** Found by the caller within what the actor may see. */
  producer_order_id: z.string(),
  return_id: z.string(),
  actor: Actor,
  /** `withdraw` is the buyer's, the others the producer's; the caller sees to it. */
  answer: z.enum(["accept", "refuse", "receive", "withdraw"]),
  note: z.string().trim().max(500).optional(),
  /** Whether goods that came back can be sold again. */
  restock: z.boolean().optional(),
})

const answerReturnStep = createStep("answer-return", async (input: z.infer<typeof AnswerReturn>, { container }) => {
  const { producer_order_id: part_id, return_id: id, actor, ...how } = AnswerReturn.parse(input)
  const trade = container.resolve(TRADE)
  const outcome = await trade.answerReturn({ part_id, id, ...how }, { actor })
  if (!outcome.ok && outcome.why !== "already_there") refuseMove(outcome)
  const part = await trade.findPart(part_id, { all: true })
  return new StepResponse({ repeated: !outcome.ok, order_id: part?.order_id ?? "" })
})

/** Answers a return request. Goods received back owe the buyer their frozen price, and go back on sale if they can. */
export const answerReturnWorkflow = createWorkflow("answer-return", (input: z.infer<typeof AnswerReturn>) => {
  const answered = answerReturnStep(input)
  followChangesStep(answered)
  return new WorkflowResponse(answered)
})
