import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { pulse } from "../job-pulse"
import { TRADE } from "../modules/trade"
import { SYSTEM } from "../modules/trade/actor"
import { moveProducerOrderWorkflow } from "../workflows/move-producer-order"
import { orderHours } from "../workflows/trade/order-hours"

/** Orders nobody paid in time give their goods free. One whose payment is still being settled is left alone. */
export default async function expireUnpaidOrders(container: MedusaContainer) {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const hours = await orderHours(container, "pay")
  for (const { id } of await container.resolve(TRADE).unpaidOrders(hours)) {
    try {
      await moveProducerOrderWorkflow(container).run({
        input: { producer_order_id: id, move: "expire", actor: SYSTEM, reason: "unpaid" },
      })
    } catch (error) {
      logger.error(
        `part ${id} and the other parts of its order could not be expired`,
        error instanceof Error ? error : undefined,
      )
    }
  }
}

export const config = { name: "expire-unpaid-orders", schedule: pulse("*/10 * * * *") }
