import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { TRADE } from "../modules/trade"
import { PAYMENT_MEANS } from "../modules/trade/rows"

export const RecordRefundDue = z.object({
  /** The same key is the same debt. */
  key: z.string(),
  /** Whole đồng. */
  amount: z.number().int().positive(),
  reason: z.string(),
  /** How it was paid; VNPay unless said otherwise. */
  means: z.enum(PAYMENT_MEANS).optional(),
  order_id: z.string().optional(),
  cart_id: z.string().optional(),
  payment_attempt_id: z.string().optional(),
})

const recordRefundDueStep = createStep(
  "record-refund-due",
  async (input: z.infer<typeof RecordRefundDue>, { container }) => {
    const { key, order_id = null, cart_id = null, payment_attempt_id = null, ...due } = RecordRefundDue.parse(input)
    await container.resolve(TRADE).recordRefundDue({ id: key, order_id, cart_id, payment_attempt_id, ...due })
    return new StepResponse({ key })
  },
)

/** Money that came without an order, or must go back: the operator and the buyer see it until it is returned. */
export const recordRefundDueWorkflow = createWorkflow("record-refund-due", (input: z.infer<typeof RecordRefundDue>) => {
  return new WorkflowResponse(recordRefundDueStep(input))
})
