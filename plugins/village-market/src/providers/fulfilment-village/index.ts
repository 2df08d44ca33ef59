import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { VillageFulfilment } from "./service"

export default ModuleProvider(Modules.FULFILLMENT, { services: [VillageFulfilment] })
