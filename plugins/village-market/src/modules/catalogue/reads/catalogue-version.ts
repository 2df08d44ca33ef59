import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { read } from "./read"

/**
 * The number that every edit of the catalogue raises in its own transaction. Read it before the rows: what is read
 * afterwards is at least as new as the number.
 */
export async function readCatalogueVersion(pg: Knex): Promise<string> {
  const rows = await read<{ version: string }>(pg, "select version from catalogue_version")
  return rows[0]?.version ?? "0"
}
