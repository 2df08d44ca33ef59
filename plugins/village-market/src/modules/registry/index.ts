import { Module } from "@medusajs/framework/utils"
import { RegistryService } from "./service"

export const REGISTRY = "registry"

export default Module(REGISTRY, { service: RegistryService })

export type { RegistryService } from "./service"
