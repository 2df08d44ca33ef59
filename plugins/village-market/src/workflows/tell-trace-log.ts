import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { errorText } from "../error-text"
import { readLatestCheckpoint } from "../modules/traceability/log/checkpoints"
import { settingsOf } from "../settings"
import { checkpointEmail, checkpointSms } from "../web/text/checkpoint-notice"

/**
 * Sends the last checkpoint out of the operator's reach: by e-mail to officials, by SMS to cooperatives, who have given
 * no e-mail address. The key is the checkpoint, so nobody gets one twice; a failed message does not hold up the others.
 */
const tellTraceLogStep = createStep("tell-trace-log", async (_: undefined, { container }) => {
  const checkpoint = await readLatestCheckpoint(container.resolve(ContainerRegistrationKeys.PG_CONNECTION))
  if (!checkpoint) return new StepResponse({ told: 0 })
  const { publicUrl } = settingsOf(container)
  let told = 0
  for (const { to, channel } of await readers(container)) {
    const content =
      channel === "email" ? checkpointEmail(publicUrl, checkpoint) : { text: checkpointSms(publicUrl, checkpoint) }
    await container
      .resolve(Modules.NOTIFICATION)
      .createNotifications({
        ...{ to, channel, template: "trace-log-checkpoint", content },
        idempotency_key: `trace-log:${checkpoint.id}:${to}`,
      })
      .then(() => told++)
      .catch((error) =>
        container.resolve(ContainerRegistrationKeys.LOGGER).warn(`A checkpoint was not sent: ${errorText(error)}`),
      )
  }
  return new StepResponse({ told })
})

async function readers(container: MedusaContainer): Promise<{ to: string; channel: "email" | "sms" }[]> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const officials = settingsOf(container).email
    ? await pg("official").where({ active: true, deleted_at: null }).select<{ email: string }[]>("email")
    : []
  const cooperatives = await pg("producer")
    .where({ kind: "cooperative", status: "approved", deleted_at: null })
    .select<{ phone: string }[]>("phone")
  return [
    ...officials.map(({ email }) => ({ to: email, channel: "email" as const })),
    ...cooperatives.map(({ phone }) => ({ to: phone, channel: "sms" as const })),
  ]
}

/** `told` is how many messages went out or had gone out before. */
export const tellTraceLogWorkflow = createWorkflow("tell-trace-log", () => new WorkflowResponse(tellTraceLogStep()))
