import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { TRADE } from "../modules/trade"
import { StatedCash } from "../modules/trade/cash-proof"
import { ORDER_ROLES } from "../modules/trade/producer-order-status"
import { wakeNotices } from "../notices/send-notices"
import { followChanges } from "./trade/follow-changes"
import { followHandOver } from "./trade/follow-hand-over"
import { refuseMove } from "./trade/refuse-move"

/** Who acts, as the audit trail of a part names them. */
export const Actor = z.object({ role: z.enum(ORDER_ROLES), id: z.string(), name: z.string().nullish() })

export const MoveProducerOrder = z.object({
  /** Found by the caller within what the actor may see. */
  producer_order_id: z.string(),
  /** Handing over has a workflow of its own. */
  move: z.enum(["accept", "pack", "unpack", "deliver", "complete", "expire", "hand_over"]),
  actor: Actor,
  reason: z.string().trim().max(500).optional(),
  cash: StatedCash.optional(),
  carrier: z.string().trim().max(100).optional(),
  tracking_code: z.string().trim().max(100).optional(),
  /** As in `HandOver`. */
  not_recalled: z.array(z.string()).optional(),
})

const moveStep = createStep("move-producer-order", async (input: z.infer<typeof MoveProducerOrder>, { container }) => {
  const { producer_order_id: id, ...how } = MoveProducerOrder.parse(input)
  const outcome = await container.resolve(TRADE).move({ id, ...how })
  if (!outcome.ok && outcome.why !== "already_there") refuseMove(outcome)
  return new StepResponse({ repeated: !outcome.ok })
})

/** Follows the committed move; what fails here is repeated by the job `finish-producer-orders`. */
const followMoveStep = createStep("follow-move", async ({ id }: { id: string }, { container }) => {
  wakeNotices(container)
  const part = await container.resolve(TRADE).findPart(id, { all: true })
  if (part?.handed_over_at) await followHandOver(container, part)
  if (part?.status === "expired") await followChanges(container, part.order_id)
  return new StepResponse()
})

/** One move of one part; an illegal one answers 409 with its reason, a repeat changes nothing. */
export const moveProducerOrderWorkflow = createWorkflow(
  "move-producer-order",
  (input: z.infer<typeof MoveProducerOrder>) => {
    const done = moveStep(input)
    followMoveStep({ id: input.producer_order_id })
    return new WorkflowResponse(done)
  },
)
