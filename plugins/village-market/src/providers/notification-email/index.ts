import type { NotificationTypes } from "@medusajs/framework/types"
import { AbstractNotificationProviderService, MedusaError, ModuleProvider, Modules } from "@medusajs/framework/utils"
import { type EmailClient, emailClient } from "../../email/email-client"

/** Carries Medusa's notifications of the channel `email`: `content.subject` and `content.text`, plain text only. */
class EmailNotifications extends AbstractNotificationProviderService {
  static identifier = "email"
  private readonly client: EmailClient

  constructor(_container: object, options: { email?: unknown }) {
    super()
    this.client = emailClient(options.email)
  }

  async send({ to, content, ...notification }: NotificationTypes.ProviderSendNotificationDTO) {
    if (!content?.text || !content.subject) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, "An e-mail needs content.subject and content.text")
    }
    const key = "idempotency_key" in notification ? String(notification.idempotency_key) : undefined
    await this.client.send({ to, subject: content.subject, text: content.text, key })
    return {}
  }
}

export default ModuleProvider(Modules.NOTIFICATION, { services: [EmailNotifications] })
