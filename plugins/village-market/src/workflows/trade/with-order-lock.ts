import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/**
 * Whatever changes one Medusa order (a fulfilment, a credit line, a refund, a capture) does so under this lock: two
 * at once leave its sums wrong for good (facts medusa-orders §3, trap 7). Not `order_id` itself, which Medusa's own
 * steps lock inside.
 */
export function withOrderLock<T>(container: MedusaContainer, orderId: string, deed: () => Promise<T>): Promise<T> {
  return container.resolve(Modules.LOCKING).execute(`order-change:${orderId}`, deed, { timeout: 60 })
}
