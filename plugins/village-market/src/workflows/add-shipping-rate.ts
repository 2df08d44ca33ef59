import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { REGISTRY } from "../modules/registry"
import { bookingOf } from "../modules/trade/booking"
import { SHIPPING_AREAS } from "../shipping/area"
import { SHIPPING_MEANS } from "../shipping/shipping-price"
import { type Actor, recordActStep } from "./steps/record-act"

/** Grams above `over_grams` up to and including `to_grams`; whole đồng. */
export const NewShippingRate = z
  .object({
    area: z.enum(SHIPPING_AREAS),
    means: z.enum(SHIPPING_MEANS),
    over_grams: z.number().int().min(0).max(10_000_000),
    to_grams: z.number().int().min(1).max(10_000_000),
    price: z.number().int().min(0).max(100_000_000),
    per_kg: z.number().int().min(0).max(1_000_000).default(0),
    valid_from: z.iso.date(),
    valid_to: z.iso.date().nullish(),
    basis: z.string().trim().min(3).max(300),
  })
  .refine(({ over_grams, to_grams }) => over_grams < to_grams, {
    path: ["to_grams"],
    message: "the step must end above its beginning",
  })
  .refine(({ valid_from, valid_to }) => !valid_to || valid_from <= valid_to, {
    path: ["valid_to"],
    message: "the rate must not end before it begins",
  })
export type NewShippingRate = z.output<typeof NewShippingRate> & { actor: Actor }

const addStep = createStep("add-shipping-rate", async ({ actor: _, ...rate }: NewShippingRate, { container }) => {
  const { day } = bookingOf(new Date())
  if (rate.valid_from <= day) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `valid_from: a rate begins tomorrow at the earliest, since baskets are priced by those of today (${day})`,
    )
  }
  return new StepResponse(await container.resolve(REGISTRY).createShippingRates(rate))
})

/**
 * Adds a dated row to the shipping rates; of the rows in force for a weight the one that began last counts. Nothing that
 * is there is ever changed: a slip is put right by another row of the same day.
 */
export const addShippingRateWorkflow = createWorkflow("add-shipping-rate", (input: NewShippingRate) => {
  const rate = addStep(input)
  recordActStep(
    transform({ input, rate }, ({ input, rate }) => ({
      subject_kind: "shipping_rate" as const,
      subject_id: rate.id,
      act: "create",
      actor: input.actor,
      reason: input.basis,
    })),
  )
  return new WorkflowResponse(rate)
})
