import type { ModuleExports } from "@medusajs/framework/types"
import { Module } from "@medusajs/framework/utils"
import { RegistryService } from "./service"

export const REGISTRY = "registry"

// Named for the declarations: worked out over so many models the type is deeper than TypeScript goes (TS2589 in `plugin:build`).
const registry: ModuleExports<typeof RegistryService> = Module(REGISTRY, { service: RegistryService })
export default registry

export type { RegistryService } from "./service"
