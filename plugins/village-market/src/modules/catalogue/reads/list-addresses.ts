import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { read } from "./read"
import { IS_VISIBLE, VISIBLE } from "./visible-listings"

export type Address = { path: string; changed: string | null }

/** Every page of the market worth finding, with the day it last changed (ISO date). */
export async function listAddresses(pg: Knex): Promise<Address[]> {
  const rows = await read<Address>(
    pg,
    `with offered as (
      select p.handle, greatest(l.updated_at, p.updated_at) as changed from ${VISIBLE} where ${IS_VISIBLE}
    )
    select '/market' as path, to_char(max(changed), 'YYYY-MM-DD') as changed from offered
    union all select '/market/villages', null
    union all (select '/market/villages/' || id, null from craft_village where deleted_at is null order by id)
    union all (select '/market/producers/' || handle, to_char(updated_at, 'YYYY-MM-DD') from producer
      where status = 'approved' and deleted_at is null and handle is not null order by handle)
    union all (select '/market/products/' || handle, to_char(changed, 'YYYY-MM-DD') from offered order by handle)`,
    [null],
  )
  return rows
}
