import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { addStep } from "../modules/traceability/lots/add-step"
import { isPast } from "../modules/traceability/lots/lot-time"
import { namesAPhone, tidyNote } from "../modules/traceability/lots/public-note"
import { requestMark } from "../modules/traceability/lots/request-mark"
import { makerOfLots } from "./steps/maker-of-lots"

/** What was done and when: an ISO date, or an instant with its offset. The note is public and stays. */
export const LotStep = z.object({
  /** A word of the vocabulary, which stands in the database and is asked when the step is written. */
  step: z.string({ message: "stepUnknown" }).regex(/^[a-z][a-z0-9-]{1,39}$/, "stepUnknown"),
  happened_at: z.string({ message: "dateWrong" }).refine(isPast, "dateWrong"),
  note: z
    .string()
    .transform(tidyNote)
    .refine((note) => note.length <= 200, "noteLong")
    .refine((note) => !namesAPhone(note), "notePrivate")
    .transform((note) => note || undefined)
    .optional(),
})
export type LotStep = z.infer<typeof LotStep>

/** The same request under the same key adds one step. */
export type RecordStepInput = LotStep & { producer_id: string; lot_id: string; idempotency_key?: string }

const addStepStep = createStep("add-lot-step", async (input: RecordStepInput, { container }) => {
  const { producer_id, lot_id, idempotency_key, ...step } = input
  const maker = await makerOfLots(container, producer_id)
  const added = await addStep(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), {
    ...step,
    ...maker,
    producer_id,
    lot_id,
    request: idempotency_key ? requestMark(idempotency_key, { ...step, note: step.note ?? null }) : undefined,
  })
  return new StepResponse(added)
})

/** Adds a step to a lot of this producer; the lot of another is not found. Nothing is written after it that could fail. */
export const recordStepWorkflow = createWorkflow(
  "record-step",
  (input: RecordStepInput) => new WorkflowResponse(addStepStep(input)),
)
