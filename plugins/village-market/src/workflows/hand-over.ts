import { MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { TRADE } from "../modules/trade"
import { StatedCash } from "../modules/trade/cash-proof"
import { wakeNotices } from "../notices/send-notices"
import { followHandOver } from "./trade/follow-hand-over"
import { refuseMove } from "./trade/refuse-move"

export const HandOver = z.object({
  producer_order_id: z.string(),
  producer_id: z.string(),
  /** For a cash part: the producer says that the money was paid, and what shows it. */
  cash: StatedCash.optional(),
  carrier: z.string().trim().max(100).optional(),
  tracking_code: z.string().trim().max(100).optional(),
  /** From which lot each line comes, for those that come from one. */
  lots: z.array(z.object({ line_id: z.string(), lot_id: z.string() })).default([]),
  /** Lines held back by a recall of which the producer states that they are not of the recalled lot. */
  not_recalled: z.array(z.string()).default([]),
})

const handOverStep = createStep("hand-over", async (input: z.input<typeof HandOver>, { container }) => {
  const { producer_order_id: id, producer_id, carrier, tracking_code, ...how } = HandOver.parse(input)
  const trade = container.resolve(TRADE)
  const part = await trade.findPart(id, { producer_id })
  if (!part) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such order")
  const outcome = await trade.move({
    ...{ id, move: "hand_over", actor: { role: "producer", id: producer_id } },
    ...{ carrier: carrier || undefined, tracking_code: tracking_code || undefined, ...how },
  })
  if (!outcome.ok && outcome.why !== "already_there") refuseMove(outcome)
  return new StepResponse({ repeated: !outcome.ok })
})

/** Follows the committed hand-over; what fails here is repeated by the job `finish-producer-orders`. */
const followHandOverStep = createStep("follow-hand-over", async ({ id }: { id: string }, { container }) => {
  wakeNotices(container)
  const part = await container.resolve(TRADE).findPart(id, { all: true })
  if (part) await followHandOver(container, part)
  return new StepResponse()
})

/** Producer's part → `handed_over`, with its journal rows; then Medusa's fulfilment takes the stock, and cash is captured. Safe to repeat. */
export const handOverWorkflow = createWorkflow("hand-over-producer-order", (input: z.input<typeof HandOver>) => {
  const done = handOverStep(input)
  followHandOverStep({ id: input.producer_order_id })
  return new WorkflowResponse(done)
})
