import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

/** A completion takes seconds; an order that has no basket after this was left behind by a crash. */
const UNDER_WAY_MINUTES = 5

/**
 * Where Medusa stands with an order that has no parts yet, or whose parts wait though a payment is there. `under_way`: it
 * can be seen before it is whole, and may yet be taken back, so it is waited for. `left_behind`: a crash came before it
 * was tied to its basket, which can be ordered again.
 */
export async function placementOf(
  container: MedusaContainer,
  orderId: string,
): Promise<"placed" | "under_way" | "left_behind"> {
  const before = await basketOf(container, orderId)
  if (!before) return "under_way"
  if (!before.cart_id) return before.old ? "left_behind" : "under_way"
  try {
    const now = await container
      .resolve(Modules.LOCKING)
      .execute(before.cart_id, () => basketOf(container, orderId), { timeout: 3 })
    return now ? "placed" : "under_way"
  } catch {
    return "under_way"
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
