import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

export type RefundDue = {
  /** The same key is one debt. */
  key: string
  /** Whole đồng. */
  amount: number
  reason: string
  order_id?: string
  cart_id?: string
  payment_attempt_id: string
}

/** Lists money that must go back to its buyer. Called until it succeeds, so it has to be idempotent by key. */
export async function listRefundDue(container: MedusaContainer, due: RefundDue): Promise<void> {
  container.resolve(ContainerRegistrationKeys.LOGGER).warn(`Refund due: ${JSON.stringify(due)}`)
}
