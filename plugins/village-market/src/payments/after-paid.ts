import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** What follows once an order is paid. Called until it succeeds, so it has to be idempotent. */
export async function afterPaid(container: MedusaContainer, orderId: string): Promise<void> {
  container.resolve(ContainerRegistrationKeys.LOGGER).info(`Order ${orderId} is paid`)
}
