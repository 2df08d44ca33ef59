import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"

/** Orders older than our tables may have come from a draft; since then no draft becomes an order (`api/stock-routes`). */
const FIRST_MIGRATION = "Migration20261124070000"

/**
 * Takes back an order that a crash left without basket, payment and parts, as Medusa's own completion does when it
 * fails: its stock is free again and its basket can still be ordered. Throws NOT_ALLOWED for any other order.
 */
export async function removeLeftBehind(container: MedusaContainer, orderId: string): Promise<void> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: { items: string[] }[] }>(
      `select array(select i.item_id from order_item i where i.order_id = o.id) as items from "order" o
       where o.id = ? and o.deleted_at is null and not o.is_draft_order
         and o.created_at > (select min(executed_at) from mikro_orm_migrations where name = ?)
         and not exists (select from order_cart where order_id = o.id and deleted_at is null)
         and not exists (select from order_payment_collection where order_id = o.id and deleted_at is null)
         and not exists (select from producer_order where order_id = o.id)`,
      [orderId, FIRST_MIGRATION],
    )
  const [order] = rows
  if (!order) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Order ${orderId} has a basket, a payment or parts`)
  await container.resolve(Modules.INVENTORY).deleteReservationItemsByLineItem(order.items)
  await container.resolve(Modules.ORDER).deleteOrders([orderId])
}
