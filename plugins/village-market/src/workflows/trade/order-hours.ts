import type { MedusaContainer } from "@medusajs/framework/types"
import { REGISTRY } from "../../modules/registry"
import { bookingOf } from "../../modules/trade/booking"
import { hoursOf, type TimeLimit } from "../../modules/trade/time-limits"

/** How many hours a step of an order may take today. */
export async function orderHours(container: MedusaContainer, step: TimeLimit): Promise<number> {
  const limits = await container.resolve(REGISTRY).listOrderTimeLimits({ step }, { take: 1000 })
  return hoursOf(limits, step, bookingOf(new Date()).day)
}
