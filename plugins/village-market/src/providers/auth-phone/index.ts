import { AbstractAuthModuleProvider, ModuleProvider, Modules } from "@medusajs/framework/utils"

class PhoneAuth extends AbstractAuthModuleProvider {
  static identifier = "phone"
  static DISPLAY_NAME = "Phone"
  async authenticate() {
    return { success: false, error: "" }
  }
}

export default ModuleProvider(Modules.AUTH, { services: [PhoneAuth] })
