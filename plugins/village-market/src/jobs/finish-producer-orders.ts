import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { TRADE } from "../modules/trade"
import { followHandOver } from "../workflows/hand-over"
import { placeProducerOrdersWorkflow } from "../workflows/place-producer-orders"

/** Finishes what a crash between two commits left: parts not made, not placed, not told, stock not taken, cash not booked. */
export default async function finishProducerOrders(container: MedusaContainer) {
  const trade = container.resolve(TRADE)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const attempt = (what: string, deed: Promise<unknown>) =>
    deed.catch((error: unknown) =>
      logger.error(`${what} is still unfinished`, error instanceof Error ? error : undefined),
    )

  for (const order_id of await trade.ordersToPlace()) {
    await attempt(`order ${order_id}`, placeProducerOrdersWorkflow(container).run({ input: { order_id } }))
  }
  for (const part of await trade.unfinishedHandOvers())
    await attempt(`part ${part.id}`, followHandOver(container, part))
}

export const config = { name: "finish-producer-orders", schedule: "* * * * *" }
