import type { MedusaContainer } from "@medusajs/framework/types"
import { TRADE } from "../../modules/trade"
import { auditOrdersWorkflow } from "../audit-orders"
import { placeProducerOrdersWorkflow } from "../place-producer-orders"
import { attemptRepair, type Unfinished } from "./attempt-repair"
import { followChanges } from "./follow-changes"
import { followHandOver } from "./follow-hand-over"

/**
 * Finishes whatever is unfinished of an order: its parts and their placement, stock and money that have to follow;
 * then holds its books against each other. Returns what is wrong still, which stands in the operator's list; nothing
 * when the order is whole. What the job `finish-producer-orders` does for all, at once and for one.
 */
export async function finishOrder(container: MedusaContainer, order_id: string): Promise<string | undefined> {
  const trade = container.resolve(TRADE)
  const handOvers = async () => {
    for (const part of await trade.partsOfOrder(order_id)) {
      if (part.handed_over_at) await followHandOver(container, part)
    }
  }
  const deeds: [Unfinished, () => Promise<unknown>][] = [
    ["parts", () => placeProducerOrdersWorkflow(container).run({ input: { order_id } })],
    ["hand-over", handOvers],
    ["change", () => followChanges(container, order_id)],
  ]
  for (const [what, deed] of deeds) {
    const problem = await attemptRepair(container, order_id, what, deed)
    if (problem) return problem
  }
  const { result } = await auditOrdersWorkflow(container).run({ input: { order_ids: [order_id] } })
  const [found] = result.found
  return found?.differences.map(({ what, expected, found: is }) => `${what}: ${expected} / ${is}`).join("; ")
}
