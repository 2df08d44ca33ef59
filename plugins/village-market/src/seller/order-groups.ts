import type { ProducerOrderStatus } from "../modules/trade/producer-order-status"

/** How a producer sorts its orders: what is to be answered, made ready, under way, done, and what came to nothing. */
export const ORDER_GROUPS = {
  new: ["placed"],
  preparing: ["accepted", "packed"],
  sent: ["handed_over"],
  done: ["delivered", "completed"],
  ended: ["cancelled", "returned"],
} as const satisfies Record<string, readonly ProducerOrderStatus[]>
export type OrderGroup = keyof typeof ORDER_GROUPS
export const GROUP_NAMES = Object.keys(ORDER_GROUPS) as OrderGroup[]

type Counts = Partial<Record<ProducerOrderStatus, number>>

/** How many orders stand in each group. */
export function groupCounts(counts: Counts): Record<OrderGroup, number> & { all: number } {
  const sum = (group: OrderGroup) => ORDER_GROUPS[group].reduce((total, status) => total + (counts[status] ?? 0), 0)
  const groups = {
    ...{ new: sum("new"), preparing: sum("preparing"), sent: sum("sent") },
    ...{ done: sum("done"), ended: sum("ended") },
  }
  return { ...groups, all: Object.values(groups).reduce((total, one) => total + one, 0) }
}
