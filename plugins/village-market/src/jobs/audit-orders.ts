import type { MedusaContainer } from "@medusajs/framework/types"
import { auditOrdersWorkflow } from "../workflows/audit-orders"

/** Every night, the orders of two months. */
export default async function auditOrders(container: MedusaContainer) {
  await auditOrdersWorkflow(container).run({ input: {} })
}

export const config = { name: "audit-orders", schedule: "40 2 * * *" }
