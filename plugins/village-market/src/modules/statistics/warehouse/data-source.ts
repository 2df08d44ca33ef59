import "reflect-metadata"
import { DataSource } from "typeorm"
import { Batch } from "./batch"
import { MonthCell, MonthSeller } from "./month-cell"
import { SaleFact } from "./sale-fact"
import { FirstWarehouse1764000000000 } from "./versions/1764000000000-first-warehouse"

/** The province's data warehouse: a database of its own, which may stand elsewhere and outlive this shop. */
export const warehouseAt = (url: string) =>
  new DataSource({
    type: "postgres",
    url,
    entities: [Batch, SaleFact, MonthCell, MonthSeller],
    migrations: [FirstWarehouse1764000000000],
    migrationsTableName: "warehouse_version",
    poolSize: 5,
  })

const MIGRATION_LOCK = 7_370_001

/** Brings the warehouse's tables up to date; two processes that start together wait for each other. */
export async function migrateWarehouse(warehouse: DataSource) {
  const runner = warehouse.createQueryRunner()
  await runner.query("select pg_advisory_lock($1)", [MIGRATION_LOCK])
  try {
    await warehouse.runMigrations()
  } finally {
    await runner.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK])
    await runner.release()
  }
}
