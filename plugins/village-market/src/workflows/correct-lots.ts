import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { correctAmount, correctStep, undoChange } from "../modules/traceability/lots/correct-lots"
import { ERROR_REASONS } from "../modules/traceability/lots/declare-error"
import { requestMark } from "../modules/traceability/lots/request-mark"
import { quantity, words } from "./open-raw-lot"
import { makerOfLots } from "./steps/maker-of-lots"

const id = z.string({ message: "lotMissing" }).min(1, "lotMissing").max(100, "lotMissing")
const reason = z.enum(ERROR_REASONS, { message: "reasonUnknown" })
const note = words(200)

/** A mistake, by what it was made in. `reason` as EPCIS has it. */
export const LotCorrection = z.discriminatedUnion("target", [
  z.object({ target: z.literal("amount"), lot_id: id, quantity, note }),
  z.object({ target: z.literal("step"), lot_id: id, step_id: id, reason, note }),
  z.object({ target: z.literal("change"), change_id: id, reason, note }),
])

export type CorrectLotsInput = z.infer<typeof LotCorrection> & { producer_id: string; idempotency_key?: string }

const correctLotsStep = createStep("correct-lots", async (input: CorrectLotsInput, { container }) => {
  const { producer_id, idempotency_key, ...correction } = input
  const how = {
    producer_id,
    ...(await makerOfLots(container, producer_id)),
    request: idempotency_key ? requestMark(idempotency_key, { ...correction }) : undefined,
  }
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  if (correction.target === "amount") await correctAmount(pg, { ...how, ...correction })
  else if (correction.target === "step")
    await correctStep(pg, { ...how, ...correction, event_row_id: correction.step_id })
  else await undoChange(pg, { ...how, ...correction })
  return new StepResponse(correction.target)
})

/** Declares a mistake and sets right what it led to. The same request under the same key corrects once. */
export const correctLotsWorkflow = createWorkflow(
  "correct-lots",
  (input: CorrectLotsInput) => new WorkflowResponse(correctLotsStep(input)),
)
