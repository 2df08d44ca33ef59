import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

/** Medusa opens, fills and confirms a change within a second; only a crash leaves one open for so long. */
const LEFT_SECONDS = 60

/**
 * A crash between Medusa's opening and confirming of a change leaves it open, and an order with one takes no other: a
 * cancelled share would never be credited nor its refund booked (seen by `integration-tests/chaos`). It is called off;
 * whoever wanted it does it again. To be called under the order's lock.
 */
export async function dropLeftChange(container: MedusaContainer, orderId: string): Promise<void> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: { id: string }[] }>(
    `select id from order_change where order_id = ? and status in ('pending', 'requested') and deleted_at is null
       and change_type = 'credit_line' and created_at < now() - make_interval(secs => ?)`,
    [orderId, LEFT_SECONDS],
  )
  if (rows.length === 0) return
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  logger.warn(`order ${orderId}: a change left open by a crash is called off`)
  await container.resolve(Modules.ORDER).cancelOrderChange(rows.map(({ id }) => id))
}
