import { Module } from "@medusajs/framework/utils"
import { TradeService } from "./service"

export const TRADE = "trade"

export default Module(TRADE, { service: TradeService })
