import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { isDate, isPast } from "../modules/traceability/lots/lot-time"
import { openLot } from "../modules/traceability/lots/open-lot"
import { requestMark } from "../modules/traceability/lots/request-mark"
import { LotStep } from "./record-step"
import { listedProduct } from "./steps/listed-product"
import { makerOfLots } from "./steps/maker-of-lots"

const MOST = 1_000_000

/** A lot as a producer declares it. `quantity` counts units of the listing; dates are ISO, on Vietnam's calendar. */
export const LotDeclaration = z
  .object({
    listing_id: z.string({ message: "productMissing" }).min(1, "productMissing").max(100, "productMissing"),
    quantity: z.coerce
      .number({ message: "quantityWrong" })
      .int("quantityWrong")
      .min(1, "quantityWrong")
      .max(MOST, "quantityWrong"),
    made_on: z.string({ message: "dateWrong" }).refine((text) => isDate(text) && isPast(text), "dateWrong"),
    expires_on: z.string().refine(isDate, "expiresWrong").nullish(),
    steps: z.array(LotStep).min(1, "stepsNone").max(20, "stepsMany"),
  })
  .refine(({ made_on, expires_on }) => !expires_on || expires_on > made_on, {
    message: "expiresWrong",
    path: ["expires_on"],
  })
export type LotDeclaration = z.infer<typeof LotDeclaration>

/** `idempotency_key` is chosen by the sender: the same request under the same key makes one lot. */
export type CreateLotInput = LotDeclaration & { producer_id: string; idempotency_key?: string }

const openLotStep = createStep("open-lot", async (input: CreateLotInput, { container }) => {
  const { producer_id, idempotency_key, ...declared } = input
  const { place, publicUrl } = await makerOfLots(container, producer_id)
  const product = await listedProduct(container, producer_id, declared.listing_id)
  const lot = await openLot(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), {
    ...declared,
    producer_id,
    place,
    publicUrl,
    ...product,
    expires_on: declared.expires_on ?? null,
    request: idempotency_key
      ? requestMark(idempotency_key, {
          ...declared,
          expires_on: declared.expires_on ?? null,
          steps: declared.steps.map(({ step, happened_at, note }) => ({ step, happened_at, note: note ?? null })),
        })
      : undefined,
  })
  return new StepResponse(lot)
})

/**
 * Opens a lot of one of the producer's products with the steps of its making. The only step writes in one transaction,
 * because what is logged cannot be taken back. Returns the lot's id and the code for its label.
 */
export const createLotWorkflow = createWorkflow(
  "create-lot",
  (input: CreateLotInput) => new WorkflowResponse(openLotStep(input)),
)
