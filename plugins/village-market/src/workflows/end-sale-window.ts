import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { CATALOGUE } from "../modules/catalogue"
import { ownListing } from "./reads/own-listings"
import { countStockAgain } from "./set-sale-window"
import { type Actor, recordActStep } from "./steps/record-act"

export type EndSaleWindowInput = { producer_id: string; listing_id: string; actor: Actor }

const endWindowStep = createStep("end-sale-window", async (input: EndSaleWindowInput, { container }) => {
  await ownListing(container, input.producer_id, input.listing_id)
  const ended = await container.resolve(CATALOGUE).endWindow(input.listing_id)
  if (!ended) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Sản phẩm này không bán trước vụ.")
  await countStockAgain(container)
  return new StepResponse(ended)
})

/** No more is sold ahead from now on. What was ordered stays ordered; a window that has not opened is gone. */
export const endSaleWindowWorkflow = createWorkflow("end-sale-window", (input: EndSaleWindowInput) => {
  const ended = endWindowStep(input)
  recordActStep(
    transform({ input, ended }, ({ input, ended }) => ({
      subject_kind: "listing" as const,
      subject_id: input.listing_id,
      act: "end_sale_window",
      actor: input.actor,
      detail: ended,
    })),
  )
  return new WorkflowResponse(ended)
})
