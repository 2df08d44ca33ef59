import { AbstractNotificationProviderService, ModuleProvider, Modules } from "@medusajs/framework/utils"

class SmsNotifications extends AbstractNotificationProviderService {
  static identifier = "sms"
  async send() {
    return {}
  }
}

export default ModuleProvider(Modules.NOTIFICATION, { services: [SmsNotifications] })
