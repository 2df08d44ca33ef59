import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { returnToLots } from "../../modules/traceability/lots/return-to-lots"

/**
 * Puts returned goods back on sale, once: the stock and the mark on the change are one transaction, which Medusa's
 * inventory module cannot share with ours (facts medusa-orders §8). Its two columns of a quantity are kept equal.
 */
export async function putBackStock(db: Knex, changeId: string, locationId: string): Promise<void> {
  await db.transaction(async (trx) => {
    const marked = await trx("producer_order_change")
      .where({ id: changeId })
      .whereNull("restocked_at")
      .update({ restocked_at: trx.fn.now() })
    if (marked === 0) return
    await returnToLots(trx, changeId)
    await trx.raw(
      `update inventory_level level
       set stocked_quantity = level.stocked_quantity + back.units,
         raw_stocked_quantity = jsonb_set(level.raw_stocked_quantity, '{value}',
           to_jsonb((level.stocked_quantity + back.units)::text)),
         updated_at = now()
       from (
         select kit.inventory_item_id as item, sum(-e.quantity * kit.required_quantity) as units
         from sale_event e
         join producer_order_line line on line.id = e.line_id
         join order_line_item bought on bought.id = line.order_line_id
         join product_variant_inventory_item kit on kit.variant_id = bought.variant_id and kit.deleted_at is null
         where e.change_id = ? group by 1
       ) back
       where level.inventory_item_id = back.item and level.location_id = ? and level.deleted_at is null`,
      [changeId, locationId],
    )
  })
}
