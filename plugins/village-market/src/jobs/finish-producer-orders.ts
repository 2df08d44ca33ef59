import type { MedusaContainer } from "@medusajs/framework/types"
import { pulse } from "../job-pulse"
import { TRADE } from "../modules/trade"
import { placeProducerOrdersWorkflow } from "../workflows/place-producer-orders"
import { attemptRepair } from "../workflows/trade/attempt-repair"
import { followChanges } from "../workflows/trade/follow-changes"
import { followHandOver } from "../workflows/trade/follow-hand-over"
import { placementOf } from "../workflows/trade/placement-of"
import { removeLeftBehind } from "../workflows/trade/remove-left-behind"

/** Finishes what a crash between two commits left: orders without a basket, parts not made, not placed, not told, stock not taken or put back, cash not booked. */
export default async function finishProducerOrders(container: MedusaContainer) {
  const trade = container.resolve(TRADE)
  for (const order_id of await trade.ordersToPlace()) {
    const placement = await placementOf(container, order_id)
    if (placement === "under_way") continue
    await attemptRepair(container, order_id, "parts", () =>
      placement === "placed"
        ? placeProducerOrdersWorkflow(container).run({ input: { order_id } })
        : removeLeftBehind(container, order_id),
    )
  }
  for (const part of await trade.unfinishedHandOvers()) {
    await attemptRepair(container, part.order_id, "hand-over", () => followHandOver(container, part))
  }
  for (const order_id of await trade.ordersToFollow()) {
    await attemptRepair(container, order_id, "change", () => followChanges(container, order_id))
  }
}

export const config = { name: "finish-producer-orders", schedule: pulse("* * * * *") }
