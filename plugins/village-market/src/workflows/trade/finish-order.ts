import type { MedusaContainer } from "@medusajs/framework/types"
import { TRADE } from "../../modules/trade"
import { placeProducerOrdersWorkflow } from "../place-producer-orders"
import { followChanges } from "./follow-changes"
import { followHandOver } from "./follow-hand-over"

/**
 * Finishes whatever is unfinished of an order: its parts, their placement, stock and money that have to follow.
 * Returns what is wrong still, and keeps it in the operator's list; nothing when the order is whole.
 */
export async function finishOrder(container: MedusaContainer, order_id: string): Promise<string | undefined> {
  const trade = container.resolve(TRADE)
  try {
    await placeProducerOrdersWorkflow(container).run({ input: { order_id } })
    for (const part of await trade.partsOfOrder(order_id)) {
      if (part.handed_over_at) await followHandOver(container, part)
    }
    await followChanges(container, order_id)
    await trade.solveRepair(order_id)
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    await trade.recordRepair(order_id, problem)
    return problem
  }
}
