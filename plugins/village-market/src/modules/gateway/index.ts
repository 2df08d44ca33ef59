import { Module } from "@medusajs/framework/utils"
import { GatewayService } from "./service"

export const GATEWAY = "gateway"

export default Module(GATEWAY, { service: GatewayService })
