import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

type Level = { item: string; location: string; free: number }

/**
 * Goods that went over the counter were there, whatever the books say by the time the money has come: where fewer are
 * free than were sold, the stock is put right first, so that the sale stands and nothing goes below nought.
 */
export async function stockUpStall(container: MedusaContainer, variantId: string, quantity: number): Promise<void> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Level[] }>(
    `select il.inventory_item_id as item, il.location_id as location,
       (il.stocked_quantity - il.reserved_quantity)::int as free
     from product_variant v
     join product_variant_inventory_item pi on pi.variant_id = v.id and pi.deleted_at is null
     join inventory_level il on il.inventory_item_id = pi.inventory_item_id and il.deleted_at is null
     where v.id = ? and v.manage_inventory order by il.id limit 1`,
    [variantId],
  )
  const [level] = rows
  if (!level || level.free >= quantity) return
  const { item: inventoryItemId, location: locationId, free } = level
  await container
    .resolve(Modules.LOCKING)
    .execute([inventoryItemId], () =>
      container
        .resolve(Modules.INVENTORY)
        .adjustInventory([{ inventoryItemId, locationId, adjustment: quantity - free }]),
    )
}
