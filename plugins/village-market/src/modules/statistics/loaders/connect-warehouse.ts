import { asValue } from "@medusajs/framework/awilix"
import type { LoaderOptions } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { migrateWarehouse, warehouseAt } from "../warehouse/data-source"

const Options = z.object({
  warehouseUrl: z.string().min(1, "WAREHOUSE_URL is missing: where is the statistics warehouse?"),
})

/** Runs at every start and in `medusa db:migrate`, so that both databases are migrated by one command. */
export default async function connectWarehouse({ container, options }: LoaderOptions) {
  const { warehouseUrl } = Options.parse(options)
  const warehouse = await warehouseAt(warehouseUrl).initialize()
  await migrateWarehouse(warehouse)
  container.register("warehouse", asValue(warehouse))
}
