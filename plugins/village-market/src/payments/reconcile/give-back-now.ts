import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { GATEWAY } from "../../modules/gateway"
import { giveBack } from "../give-back"
import { giveBasketBack, isInOrder } from "../settle-basket"
import { wakeSettling } from "../settle-payments"

export type GivenBack = "given_back" | "unknown" | "not_open" | "in_order"

/**
 * The operator does not want to wait until an order has failed for good: money that has no place yet goes back now.
 * Under the lock of settling, and refused when an order holds the money after all.
 */
export async function giveBackNow(container: MedusaContainer, id: string): Promise<GivenBack> {
  const gateway = container.resolve(GATEWAY)
  const known = await gateway.attemptById(id)
  if (known?.state !== "captured") return "unknown"
  const key = `complete:${known.cart_id ?? known.subject_id ?? known.id}`
  return container.resolve(Modules.LOCKING).execute(
    key,
    async (): Promise<GivenBack> => {
      const attempt = await gateway.attemptById(id)
      if (attempt?.completion !== "open") return "not_open"
      if (attempt.purpose !== "basket") await giveBack(container, attempt, "operator")
      else if (await isInOrder(container, attempt)) {
        await gateway.reconciliation.settleNow(id)
        wakeSettling(container)
        return "in_order"
      } else await giveBasketBack(container, attempt, "operator")
      return "given_back"
    },
    { timeout: 30 },
  )
}
