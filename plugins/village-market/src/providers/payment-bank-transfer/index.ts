import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { BankProvider } from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [BankProvider] })
