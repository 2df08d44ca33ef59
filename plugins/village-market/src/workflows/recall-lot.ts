import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import type { RecallScope } from "../modules/traceability/recall/read-recalls"
import { RECALL_ADVICE, RECALL_REASONS, type RecallActor } from "../modules/traceability/recall/recall-rules"
import { startRecall } from "../modules/traceability/recall/start-recall"
import { wakeRecallNotices } from "../notices/send-recall-notices"
import { lotInScope } from "../recalls/lot-in-scope"
import { settingsOf } from "../settings"

const tidy = (text: string) =>
  text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim()

/** Why, in a word of the list and in own words which the buyers read, and what they should do. */
export const RecallDeclaration = z
  .object({
    reason: z.enum(RECALL_REASONS, { message: "reasonMissing" }),
    detail: z
      .string()
      .transform(tidy)
      .refine((text) => text.length <= 300, "detailLong")
      .transform((text) => text || null)
      .nullish()
      .transform((text) => text ?? null),
    advice: z.enum(RECALL_ADVICE, { message: "adviceMissing" }),
  })
  // "Another reason" says nothing by itself.
  .refine(({ reason, detail }) => reason !== "other" || (detail ?? "").length >= 3, {
    message: "detailMissing",
    path: ["detail"],
  })
export type RecallDeclaration = z.infer<typeof RecallDeclaration>

/** A lot by its id or code, found within what the actor may recall; the same key recalls once. */
export type RecallLotInput = RecallDeclaration & {
  lot: string
  scope: RecallScope
  actor: RecallActor
  idempotency_key?: string
}

const recallStep = createStep("recall-lot", async (input: RecallLotInput, { container }) => {
  const { lot, scope, idempotency_key, ...declared } = input
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { id } = await lotInScope(pg, scope, lot)
  const recall = { ...declared, lot_id: id, request_key: idempotency_key ?? null }
  const started = await startRecall(pg, recall, settingsOf(container).email)
  wakeRecallNotices(container)
  return new StepResponse(started)
})

/**
 * Calls a lot back, and everything made of it: off sale, held, everybody told. The only step writes in one transaction;
 * messages that fail are sent again by the job `send-recall-notices`.
 */
export const recallLotWorkflow = createWorkflow(
  "recall-lot",
  (input: RecallLotInput) => new WorkflowResponse(recallStep(input)),
)
