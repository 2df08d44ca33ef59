import { MedusaError, Modules, PromotionStatus } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { COUPONS } from "../modules/coupons"

/** The producer of the login, who reaches only its own; the operator reaches all. */
export type StopCouponInput = { id: string; by: string; producer_id?: string }

const stopStep = createStep("stop-coupon-rule", async ({ id, by, producer_id }: StopCouponInput, { container }) => {
  const found = await container.resolve(COUPONS).stop(id, by, producer_id)
  if (!found) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such coupon")
  // The rule decides; Medusa's lists show it as what it is.
  await container.resolve(Modules.PROMOTION).updatePromotions({ id, status: PromotionStatus.INACTIVE })
  return new StepResponse({ id })
})

/** Nobody can use the coupon from now on; orders that used it keep what it took off. Again changes nothing. */
export const stopCouponWorkflow = createWorkflow(
  "stop-coupon",
  (input: StopCouponInput) => new WorkflowResponse(stopStep(input)),
)
