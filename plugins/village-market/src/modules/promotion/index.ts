import { dirname, join } from "node:path"
import { Module, Modules, ModulesSdkUtils } from "@medusajs/framework/utils"
import { discoveryPath } from "@medusajs/medusa/promotion"
import { WholeDongPromotionService } from "./service"

const migrations = {
  moduleName: Modules.PROMOTION,
  models: [],
  pathToMigrations: join(dirname(discoveryPath), "migrations"),
}

/** Medusa's promotion module with its tables and migrations; a host names it among its `modules`. */
export default {
  ...Module(Modules.PROMOTION, { service: WholeDongPromotionService }),
  runMigrations: ModulesSdkUtils.buildMigrationScript(migrations),
  revertMigration: ModulesSdkUtils.buildRevertMigrationScript(migrations),
  generateMigration: ModulesSdkUtils.buildGenerateMigrationScript(migrations),
}
