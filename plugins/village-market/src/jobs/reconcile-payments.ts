import type { MedusaContainer } from "@medusajs/framework/types"
import { pulse } from "../job-pulse"
import { reconcilePayments } from "../payments/reconcile/reconcile-payments"

/** Asks about payments without a final answer, looks for money nobody knows of, and raises alarms. */
export default async function reconcile(container: MedusaContainer) {
  await reconcilePayments(container)
}

export const config = { name: "reconcile-payments", schedule: pulse("30 * * * * *") }
