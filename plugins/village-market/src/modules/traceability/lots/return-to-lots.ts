import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * Goods that came back and can be sold again go back into the lots their line was served from, no more than was taken.
 * In the transaction that puts them back in stock, which happens once per change. The allocation stays: the lot did reach
 * that buyer, and a recall must still find it.
 */
export async function returnToLots(trx: Knex.Transaction, changeId: string): Promise<void> {
  await trx.raw(
    `update lot_allocation a set returned = a.returned + back.units, updated_at = now()
     from (
       select taken.id, greatest(0, least(taken.open, back.units - taken.before))::int as units
       from (
         select id, producer_order_line_id, quantity - returned as open,
           coalesce(sum(quantity - returned) over (partition by producer_order_line_id order by id
             rows between unbounded preceding and 1 preceding), 0) as before
         from lot_allocation where deleted_at is null
           and producer_order_line_id in (select line_id from sale_event where change_id = ?)
       ) taken
       join (select line_id, sum(-quantity) as units from sale_event where change_id = ? group by 1) back
         on back.line_id = taken.producer_order_line_id
     ) back
     where a.id = back.id and back.units > 0`,
    [changeId, changeId],
  )
}
