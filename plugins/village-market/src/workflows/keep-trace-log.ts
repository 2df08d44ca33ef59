import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { signCheckpoint } from "../modules/traceability/log/checkpoints"
import { type Exported, exportCheckpoint } from "../modules/traceability/log/export-checkpoint"
import { logKeyOf, witnessOf } from "../modules/traceability/log/log-key"
import { askWitness, type WitnessOutcome } from "../modules/traceability/log/witness"
import { settingsOf } from "../settings"

export type KeptLog = {
  size: string
  contradicted: boolean
  exported?: Exported
  witness?: WitnessOutcome["outcome"]
}

/**
 * Signs a checkpoint over what was recorded since the last, writes it where it is kept, and asks the witness. What could
 * not be done is done with the next turn. The operator is told when the log no longer continues what was signed.
 */
const keepTraceLogStep = createStep("keep-trace-log", async (_: undefined, { container }) => {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const settings = settingsOf(container)
  const key = logKeyOf(settings)
  if (!key) return new StepResponse(null)
  const { checkpoint, contradicted } = await signCheckpoint(pg, key)
  const kept: KeptLog = { size: `${checkpoint.size}`, contradicted }
  if (settings.traceLog.exportDir) kept.exported = await exportCheckpoint(settings.traceLog.exportDir, checkpoint)
  const witness = witnessOf(settings)
  if (witness && !contradicted) {
    const answer = await askWitness(pg, witness, checkpoint)
    kept.witness = answer.outcome
    if (answer.outcome !== "cosigned")
      container.resolve(ContainerRegistrationKeys.LOGGER).warn(`The witness has not cosigned: ${answer.detail}`)
  }
  if (contradicted || kept.exported === "differs") await warn(container, `${checkpoint.size}:${kept.exported}`)
  return new StepResponse(kept)
})

/** Once for one checkpoint: the key keeps the same warning from being stored again. */
async function warn(container: MedusaContainer, about: string) {
  container.resolve(ContainerRegistrationKeys.LOGGER).error(`The log of lots contradicts what was signed (${about})`)
  await container.resolve(Modules.NOTIFICATION).createNotifications({
    ...{ to: "", channel: "feed", template: "admin-ui", idempotency_key: `trace-log:${about}` },
    data: {
      title: "Sổ ghi lô hàng không nối tiếp mốc đã ký",
      description: "Có dòng của sổ đã bị đổi. Xem POST /admin/trace-log/audit để biết dòng nào. Chưa ký mốc mới.",
    },
  })
}

/** One turn; null while nothing signs. */
export const keepTraceLogWorkflow = createWorkflow("keep-trace-log", () => new WorkflowResponse(keepTraceLogStep()))
