import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type LotFacts, lotFacts } from "./lot-facts"
import { type LoggedEvent, type LotStatus, readLotEvents, standingEvents } from "./read-lots"

/**
 * A lot as everybody sees it. Neither how many were made nor how many were sold; of the maker only the public name and,
 * while the shop is open, its address. `product` is where it can still be bought.
 */
export type PublicLot = {
  code: string
  facts: LotFacts
  status: LotStatus
  is_demo: boolean
  producer: { name: string; handle: string | null } | null
  product: string | null
  /** The village's page, where there is one. */
  village_id: string | null
  events: LoggedEvent[]
}

/** The lot of a code, whatever became of its producer: who holds the goods must still be able to look it up. */
export async function readPublicLot(pg: Knex, code: string): Promise<PublicLot | undefined> {
  const { rows } = await pg.raw<{ rows: { id: string; lot: Omit<PublicLot, "events" | "facts"> }[] }>(
    `select lot.id, json_build_object(
       'code', lot.code, 'status', lot.status,
       'is_demo', coalesce(pr.is_demo or l.is_demo, false),
       'producer', case when pr.name is not null then
         json_build_object('name', pr.name, 'handle', case when pr.status = 'approved' then pr.handle end) end,
       'product', case when pr.status = 'approved' and not l.hidden and p.status = 'published' then p.handle end,
       'village_id', v.id
     ) as lot
     from lot
     left join producer pr on pr.id = lot.producer_id and pr.deleted_at is null
     left join listing l on l.id = lot.listing_id and l.deleted_at is null
     left join product p on p.id = l.product_id and p.deleted_at is null
     left join lateral (
       select village_id from epcis_event where lot_id = lot.id and action = 'ADD' and deleted_at is null
       order by created_at limit 1
     ) made on true
     left join craft_village v on v.id = made.village_id
     where lot.code = ? and lot.deleted_at is null`,
    [code],
  )
  const [found] = rows
  if (!found) return undefined
  const events = await readLotEvents(pg, found.id)
  const facts = lotFacts(standingEvents(events).map(({ record }) => record))
  return facts && { ...found.lot, facts, events }
}
