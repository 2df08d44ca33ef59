import { Module } from "@medusajs/framework/utils"
import connectWarehouse from "./loaders/connect-warehouse"
import { StatisticsService } from "./service"

export const STATISTICS = "statistics"

export default Module(STATISTICS, { service: StatisticsService, loaders: [connectWarehouse] })
