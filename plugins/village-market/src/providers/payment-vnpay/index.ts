import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { VnpayProvider } from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [VnpayProvider] })
