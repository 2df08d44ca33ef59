import type { MedusaContainer } from "@medusajs/framework/types"
import { pulse } from "../job-pulse"
import { wakeSettling } from "../payments/settle-payments"

/** Takes up payments that a crash or a failure left between the gateway's notice and the order. */
export default async function settlePayments(container: MedusaContainer) {
  wakeSettling(container)
}

export const config = { name: "settle-payments", schedule: pulse("*/20 * * * * *") }
