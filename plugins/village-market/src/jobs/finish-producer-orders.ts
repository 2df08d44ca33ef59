import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorText } from "../error-text"
import { TRADE } from "../modules/trade"
import { placeProducerOrdersWorkflow } from "../workflows/place-producer-orders"
import { followChanges } from "../workflows/trade/follow-changes"
import { followHandOver } from "../workflows/trade/follow-hand-over"

/** Finishes what a crash between two commits left: parts not made, not placed, not told, stock not taken or put back, cash not booked. */
export default async function finishProducerOrders(container: MedusaContainer) {
  const trade = container.resolve(TRADE)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  /** What fails stands in the operator's list until a later turn succeeds. */
  const attempt = async (orderId: string, about: string, deed: () => Promise<unknown>) => {
    try {
      await deed()
      await trade.solveRepair(orderId, about)
    } catch (error) {
      logger.error(`order ${orderId} is still unfinished: ${errorText(error)}`)
      await trade.recordRepair(orderId, about + errorText(error))
    }
  }

  for (const order_id of await trade.ordersToPlace()) {
    await attempt(order_id, "parts: ", () => placeProducerOrdersWorkflow(container).run({ input: { order_id } }))
  }
  for (const part of await trade.unfinishedHandOvers()) {
    await attempt(part.order_id, "hand-over: ", () => followHandOver(container, part))
  }
  for (const order_id of await trade.ordersToFollow()) {
    await attempt(order_id, "change: ", () => followChanges(container, order_id))
  }
}

export const config = { name: "finish-producer-orders", schedule: "* * * * *" }
