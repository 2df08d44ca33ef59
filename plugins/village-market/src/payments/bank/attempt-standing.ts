import type { MedusaContainer } from "@medusajs/framework/types"
import type { NamedAttempt } from "../../modules/gateway/bank/match-transfer"
import type { PaymentAttempt } from "../../modules/gateway/rows"
import { TRADE } from "../../modules/trade"
import { orderOfCart } from "../../workflows/trade/read-order"

/** An attempt as a transfer is held against it. An order that waits for money has all its parts waiting. */
export async function standingOf(container: MedusaContainer, attempt: PaymentAttempt): Promise<NamedAttempt> {
  const { txn_ref, amount, state, superseded_at, expires_at } = attempt
  return { txn_ref, amount, state, superseded_at, expires_at, orderOpen: await isOpen(container, attempt) }
}

/** What is paid at the door or at a stall is settled by what then stands there; a basket without an order becomes one. */
async function isOpen(container: MedusaContainer, { purpose, cart_id }: PaymentAttempt): Promise<boolean> {
  if (purpose !== "basket" || !cart_id) return true
  const orderId = await orderOfCart(container, cart_id)
  if (!orderId) return true
  const parts = await container.resolve(TRADE).partsOfOrder(orderId)
  return parts.every(({ status }) => status === "awaiting_payment")
}
