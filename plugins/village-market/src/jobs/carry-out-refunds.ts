import type { MedusaContainer } from "@medusajs/framework/types"
import { pulse } from "../job-pulse"
import { wakeRefunds } from "../payments/carry-out-refunds"

/** Sends back what is due and asks after what is in doubt, also what a crash left between two steps. */
export default async function carryOutRefunds(container: MedusaContainer) {
  wakeRefunds(container)
}

export const config = { name: "carry-out-refunds", schedule: pulse("*/20 * * * * *") }
