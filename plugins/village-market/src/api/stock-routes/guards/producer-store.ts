import type { Guard } from "../verdict"
import { idsIn, rows } from "./rows"

/** Refuses whatever names a producer's stock location, shipping profile, or a set, zone, option or option type of them. */
export const notOfAProducer: Guard = async (req) => {
  const found = await rows(
    req,
    `with store as (select stock_location_id as location, shipping_profile_id as profile from producer where deleted_at is null),
     own_set as (select s.fulfillment_set_id as id from location_fulfillment_set s
       join store on store.location = s.stock_location_id where s.deleted_at is null)
     select 1 from store where location = any(:ids) or profile = any(:ids)
     union all
     select 1 from own_set where id = any(:ids)
     union all
     select 1 from service_zone z join own_set on own_set.id = z.fulfillment_set_id where z.id = any(:ids)
     union all
     select 1 from shipping_option o join store on store.profile = o.shipping_profile_id
       where (o.id = any(:ids) or o.shipping_option_type_id = any(:ids)) and o.deleted_at is null
     limit 1`,
    { ids: idsIn(req) },
  )
  return found.length > 0 ? "store" : undefined
}
