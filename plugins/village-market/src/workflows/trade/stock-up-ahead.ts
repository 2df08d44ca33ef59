import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

type Level = { item: string; location: string; stocked: number; leaving: number }

/**
 * Goods sold ahead that are handed over were harvested, whether or not the producer has written down its stock. What
 * leaves of them is put into stock first, so that Medusa's fulfilment takes it out again and never goes below nought. The
 * same holds for goods of another lot that leave in place of recalled ones, which were taken out of stock.
 */
export async function stockUpAhead(container: MedusaContainer, partId: string): Promise<void> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Level[] }>(
    `select il.inventory_item_id as item, il.location_id as location, il.stocked_quantity::int as stocked,
         sum(r.quantity)::int as leaving
       from producer_order_line line
       join reservation_item r on r.line_item_id = line.order_line_id and r.deleted_at is null
       join inventory_level il on il.inventory_item_id = r.inventory_item_id and il.location_id = r.location_id
         and il.deleted_at is null
       where line.producer_order_id = ? and (
         exists (select from ahead_line ahead where ahead.line_id = line.id)
         or exists (select from lot_recall_hold h where h.producer_order_line_id = line.id))
       group by il.id order by il.id`,
    [partId],
  )
  const short = rows.filter(({ stocked, leaving }) => stocked < leaving)
  if (short.length === 0) return
  const inventory = container.resolve(Modules.INVENTORY)
  await container.resolve(Modules.LOCKING).execute(
    short.map(({ item }) => item),
    () =>
      inventory.adjustInventory(
        short.map(({ item, location, stocked, leaving }) => ({
          inventoryItemId: item,
          locationId: location,
          adjustment: leaving - stocked,
        })),
      ),
  )
}
