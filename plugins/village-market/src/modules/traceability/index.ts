import { Module } from "@medusajs/framework/utils"
import { TraceabilityService } from "./service"

export const TRACEABILITY = "traceability"

export default Module(TRACEABILITY, { service: TraceabilityService })
