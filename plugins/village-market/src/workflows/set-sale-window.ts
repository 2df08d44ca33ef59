import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { updateProductVariantsWorkflow } from "@medusajs/medusa/core-flows"
import { CATALOGUE } from "../modules/catalogue"
import { SaleWindowFields } from "../modules/catalogue/sale-window"
import { ownListing } from "./reads/own-listings"
import { type Actor, recordActStep } from "./steps/record-act"

export const SetSaleWindowInput = z.object({
  producer_id: z.string(),
  listing_id: z.string(),
  window: SaleWindowFields,
  actor: z.custom<Actor>(),
})
export type SetSaleWindowInput = z.input<typeof SetSaleWindowInput>

const setWindowStep = createStep("set-sale-window", async (input: SetSaleWindowInput, { container }) => {
  const { producer_id, listing_id, window } = SetSaleWindowInput.parse(input)
  const own = await ownListing(container, producer_id, listing_id)
  const set = await container.resolve(CATALOGUE).setWindow(listing_id, window)
  if (!set.ok)
    throw new MedusaError(MedusaError.Types.INVALID_DATA, set.why === "past" ? "closesPast" : `capBelow ${set.taken}`)
  return new StepResponse({ id: set.id, variant_id: own.variant_id })
})

/**
 * Sets or changes the window in which a producer's own listing is sold ahead. Medusa may then sell what is not in stock
 * (`allow_backorder`), so that reservation and fulfilment go their usual way; how much, `reserveWindow` decides.
 */
export const setSaleWindowWorkflow = createWorkflow("set-sale-window", (input: SetSaleWindowInput) => {
  const set = setWindowStep(input)
  updateProductVariantsWorkflow.runAsStep({
    input: transform({ set }, ({ set }) => ({ selector: { id: set.variant_id }, update: { allow_backorder: true } })),
  })
  recordActStep(
    transform({ input, set }, ({ input, set }) => ({
      subject_kind: "listing" as const,
      subject_id: input.listing_id,
      act: "set_sale_window",
      actor: input.actor,
      detail: { id: set.id, ...input.window },
    })),
  )
  return new WorkflowResponse(transform({ set }, ({ set }) => ({ id: set.id })))
})

/** Lets Medusa count the stock again of listings whose windows have closed. */
export async function countStockAgain(container: MedusaContainer): Promise<void> {
  const ids = await container.resolve(CATALOGUE).variantsPastWindow()
  if (ids.length === 0) return
  await updateProductVariantsWorkflow(container).run({
    input: { selector: { id: ids }, update: { allow_backorder: false } },
  })
}
