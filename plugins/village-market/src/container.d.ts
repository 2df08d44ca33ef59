import type { CatalogueService } from "./modules/catalogue/service"
import type { CouponsService } from "./modules/coupons/service"
import type { GatewayService } from "./modules/gateway/service"
import type { RegistryService } from "./modules/registry/service"
import type { StatisticsService } from "./modules/statistics/service"
import type { TraceabilityService } from "./modules/traceability/service"
import type { TradeService } from "./modules/trade/service"

declare module "@medusajs/framework/types" {
  interface ModuleImplementations {
    registry: RegistryService
    catalogue: CatalogueService
    coupons: CouponsService
    statistics: StatisticsService
    trade: TradeService
    traceability: TraceabilityService
    gateway: GatewayService
  }
}
