import type { NotificationTypes } from "@medusajs/framework/types"
import { AbstractNotificationProviderService, MedusaError, ModuleProvider, Modules } from "@medusajs/framework/utils"
import { type SmsClient, smsClient } from "../../sms/sms-client"

/** Carries Medusa's notifications of the channel `sms`; the text is `content.text`. */
class SmsNotifications extends AbstractNotificationProviderService {
  static identifier = "sms"
  private readonly client: SmsClient

  constructor(_container: object, options: { sms?: unknown }) {
    super()
    this.client = smsClient(options.sms)
  }

  async send({ to, content }: NotificationTypes.ProviderSendNotificationDTO) {
    if (!content?.text) throw new MedusaError(MedusaError.Types.INVALID_DATA, "A short message needs content.text")
    await this.client.send(to, content.text)
    return {}
  }
}

export default ModuleProvider(Modules.NOTIFICATION, { services: [SmsNotifications] })
