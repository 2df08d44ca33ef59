import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { read } from "./read"

/**
 * The number that every edit of the catalogue raises in its own transaction, and the last moment at which a window of
 * selling ahead opened or closed, which changes pages without any edit. Read it before the rows: what is read
 * afterwards is at least as new as the number.
 */
export async function readCatalogueVersion(pg: Knex): Promise<string> {
  const rows = await read<{ version: string }>(
    pg,
    `select version || '.' || coalesce(extract(epoch from greatest(
      (select max(opens_at) from sale_window where opens_at <= now()),
      (select max(closes_at) from sale_window where closes_at <= now())
    ))::text, '') as version from catalogue_version`,
  )
  return rows[0]?.version ?? "0"
}
