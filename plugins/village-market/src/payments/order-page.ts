import type { MedusaContainer } from "@medusajs/framework/types"

/** The address of an order's page for its buyer, who may have no account. */
export async function orderPage(_container: MedusaContainer, orderId: string): Promise<string> {
  return `/market/orders/${orderId}`
}
