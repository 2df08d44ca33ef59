import type { MedusaContainer } from "@medusajs/framework/types"
import { pulse } from "../job-pulse"
import { matchTransfers } from "../payments/bank/match-transfers"

/** Decides about transfers that a crash or a failure left between their arrival and a decision. */
export default async function matchTransfersJob(container: MedusaContainer) {
  await matchTransfers(container)
}

export const config = { name: "match-transfers", schedule: pulse("*/20 * * * * *") }
