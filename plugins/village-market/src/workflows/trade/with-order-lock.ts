import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { dropLeftChange } from "./drop-left-change"

/**
 * Whatever changes one Medusa order (a fulfilment, a credit line, a refund, a capture) does so under this lock: two
 * at once leave its sums wrong for good (facts medusa-orders §3, trap 7). Not `order_id` itself, which Medusa's own
 * steps lock inside.
 */
export function withOrderLock<T>(container: MedusaContainer, orderId: string, deed: () => Promise<T>): Promise<T> {
  const alone = async () => {
    await dropLeftChange(container, orderId)
    return deed()
  }
  return container.resolve(Modules.LOCKING).execute(`order-change:${orderId}`, alone, { timeout: 60 })
}
