import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

/** A completion takes seconds; an order that has no basket after this was left behind by a crash. */
const UNDER_WAY_MINUTES = 5

/**
 * Whether Medusa is done with an order and it stands. One that is being completed can be seen before it is whole, and
 * may yet be taken back: it is waited for, and left to the next turn if that takes long.
 */
export async function isPlacedByNow(container: MedusaContainer, orderId: string): Promise<boolean> {
  const before = await basketOf(container, orderId)
  if (!before?.cart_id) return before?.old ?? false
  try {
    const now = await container
      .resolve(Modules.LOCKING)
      .execute(before.cart_id, () => basketOf(container, orderId), { timeout: 3 })
    return now !== undefined
  } catch {
    return false
  }
}

async function basketOf(container: MedusaContainer, orderId: string) {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: { cart_id: string | null; old: boolean }[] }>(
      `select l.cart_id, o.created_at < now() - make_interval(mins => ?) as old
       from "order" o left join order_cart l on l.order_id = o.id and l.deleted_at is null
       where o.id = ? and o.deleted_at is null`,
      [UNDER_WAY_MINUTES, orderId],
    )
  return rows[0]
}
