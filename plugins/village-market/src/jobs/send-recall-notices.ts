import type { MedusaContainer } from "@medusajs/framework/types"
import { pulse } from "../job-pulse"
import { wakeRecallNotices } from "../notices/send-recall-notices"

/** Sends what a crash or a gateway that was down left in the outbox of recalls. */
export default async function sendRecallNotices(container: MedusaContainer) {
  wakeRecallNotices(container)
}

export const config = { name: "send-recall-notices", schedule: pulse("*/15 * * * * *") }
