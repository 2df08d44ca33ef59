import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { errorText } from "../error-text"
import { GATEWAY } from "../modules/gateway"
import type { PaymentAttempt } from "../modules/gateway/rows"
import { stallSale } from "../modules/trade/stall-sales"
import { placeStallSale } from "../workflows/stall/place-stall-sale"
import { orderOfCart } from "../workflows/trade/read-order"
import { giveBack } from "./give-back"

/** A shop that was closed meanwhile refuses again; a fault of ours may pass. */
const TRIES = { refused: 2, error: 8 }

/**
 * Money paid at a stall becomes an order of channel `stall`, handed over and done; or it goes back, where the sale was
 * called off or no order can come of it. Each step is safe to repeat; a failure is tried again by whoever calls.
 */
export async function settleStall(container: MedusaContainer, attempt: PaymentAttempt): Promise<void> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const sale = await stallSale(db, attempt.subject_id ?? "")
  if (!sale || (sale.cancelled_at && !sale.cart_id)) return giveBack(container, attempt, "sale_cancelled")
  try {
    const orderId = await placeStallSale(container, sale)
    await container.resolve(GATEWAY).complete(attempt.id, orderId)
  } catch (error) {
    const now = await stallSale(db, sale.id)
    const made = now?.cart_id ? await orderOfCart(container, now.cart_id) : undefined
    const refused = MedusaError.isMedusaError(error) && error.type === MedusaError.Types.NOT_ALLOWED
    // An order that stands is finished by the next try, however long it takes.
    if (made || attempt.tries < TRIES[refused ? "refused" : "error"]) throw error
    await giveBack(container, attempt, "order_failed")
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`Stall sale ${sale.id} fails: ${errorText(error)}`)
  }
}
