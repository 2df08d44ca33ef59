import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { pulse } from "../job-pulse"
import { TRADE } from "../modules/trade"
import { SYSTEM } from "../modules/trade/actor"
import {
  type Due,
  partsAssumedDelivered,
  partsForHelper,
  partsToComplete,
  partsToRemind,
} from "../seller/parts-in-time"
import { moveProducerOrderWorkflow } from "../workflows/move-producer-order"
import { orderHours } from "../workflows/trade/order-hours"

/**
 * Sees to the time limits of orders (`data/order-time-limits.csv`): a producer is reminded before its time to answer
 * is over; afterwards whoever helps it is told, and the operator's list shows the order; goods nobody complained of
 * count as received, and an order is done when no return can be asked for any more. Each once.
 */
export default async function watchOrderTimes(container: MedusaContainer) {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const trade = container.resolve(TRADE)
  for (const part of await partsToRemind(pg, await orderHours(container, "remind")))
    await trade.putNotice(part, { audience: "producer", event: "answer_soon" })
  for (const part of await partsForHelper(pg)) await trade.putNotice(part, { audience: "helper", event: "answer_late" })

  const delivered = await partsAssumedDelivered(pg, await orderHours(container, "assume_delivered"))
  for (const part of delivered) await move(container, part, "deliver", "assumed_delivered")
  const over = await partsToComplete(pg, await orderHours(container, "return"))
  for (const part of over) await move(container, part, "complete", "return_window_over")
}

/** One order that cannot be moved holds no other up; the next turn tries again. */
async function move(container: MedusaContainer, { id }: Due, move: "deliver" | "complete", reason: string) {
  try {
    await moveProducerOrderWorkflow(container).run({
      input: { producer_order_id: id, move, actor: { ...SYSTEM }, reason },
    })
  } catch (error) {
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`producer order ${id} could not ${move}: ${error}`)
  }
}

export const config = { name: "watch-order-times", schedule: pulse("* * * * *") }
