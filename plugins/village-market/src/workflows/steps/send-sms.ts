import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

type Sms = { to: string; text: string; template: string; idempotency_key: string }

/**
 * Sends a short message through Medusa's notification module, once per key. A gateway that is down does not undo
 * the act the message tells of: the failed row stays in the notification table and the log.
 */
export const sendSmsStep = createStep(
  "send-sms",
  async ({ to, text, template, idempotency_key }: Sms, { container }) => {
    try {
      await container
        .resolve(Modules.NOTIFICATION)
        .createNotifications({ to, channel: "sms", template, idempotency_key, content: { text } })
    } catch (error) {
      container.resolve(ContainerRegistrationKeys.LOGGER).warn(`SMS ${template} was not sent: ${error}`)
    }
    return new StepResponse()
  },
)
