import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { GATEWAY } from "../../modules/gateway"
import type { PaymentAttempt } from "../../modules/gateway/rows"
import { isCollectedBy } from "../../modules/trade/collect-by-bank"
import { stallSale } from "../../modules/trade/stall-sales"
import { orderOfCart } from "../../workflows/trade/read-order"
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
      const used = attempt.purpose === "basket" ? isInOrder : isUsed
      if (await used(container, attempt)) {
        await gateway.reconciliation.settleNow(id)
        wakeSettling(container)
        return "in_order"
      }
      if (attempt.purpose === "basket") await giveBasketBack(container, attempt, "operator")
      else await giveBack(container, attempt, "operator")
      return "given_back"
    },
    { timeout: 30 },
  )
}

/** Whether a part at the door counts as paid by this money, or a stall sale has become an order. */
async function isUsed(container: MedusaContainer, { id, purpose, subject_id }: PaymentAttempt): Promise<boolean> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  if (purpose === "door") return isCollectedBy(db, { id: subject_id ?? "", attempt_id: id })
  const sale = await stallSale(db, subject_id ?? "")
  return sale?.cart_id ? (await orderOfCart(container, sale.cart_id)) !== undefined : false
}
