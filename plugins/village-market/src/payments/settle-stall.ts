import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorText } from "../error-text"
import { GATEWAY } from "../modules/gateway"
import type { PaymentAttempt } from "../modules/gateway/rows"
import { stallSale } from "../modules/trade/stall-sales"
import { placeStallSale } from "../workflows/stall/place-stall-sale"
import { giveBack } from "./give-back"
import { openTask } from "./tasks"

/** So often it is tried before a person is told as well. */
const TRIES = 3

/**
 * Money paid at a stall becomes an order of channel `stall`, handed over and done; or it goes back, where the sale was
 * called off before. It never goes back for a failure of ours: the passer-by has left with the goods. Each step is safe
 * to repeat; a failure is tried again by whoever calls, and shown to the operator.
 */
export async function settleStall(container: MedusaContainer, attempt: PaymentAttempt): Promise<void> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const sale = await stallSale(db, attempt.subject_id ?? "")
  if (!sale || (sale.cancelled_at && !sale.cart_id)) return giveBack(container, attempt, "sale_cancelled")
  try {
    const orderId = await placeStallSale(container, sale)
    await container.resolve(GATEWAY).complete(attempt.id, orderId)
  } catch (error) {
    const evidence = { amount: attempt.amount, sale: sale.id, producer: sale.producer_id, problem: errorText(error) }
    if (attempt.tries >= TRIES) await openTask(container, { kind: "stall_stuck", subject: attempt.txn_ref, evidence })
    throw error
  }
}
