import type { MedusaContainer } from "@medusajs/framework/types"
import { wakeSettling } from "../payments/settle-payments"

/** Takes up payments that a crash or a failure left between the gateway's notice and the order. */
export default async function settlePayments(container: MedusaContainer) {
  wakeSettling(container)
}

export const config = { name: "settle-payments", schedule: "*/20 * * * * *" }
