import type { MedusaContainer } from "@medusajs/framework/types"
import { pulse } from "../job-pulse"
import { wakeNotices } from "../notices/send-notices"

/** Sends what a crash or a gateway that was down left in the outbox of messages. */
export default async function sendOrderNotices(container: MedusaContainer) {
  wakeNotices(container)
}

export const config = { name: "send-order-notices", schedule: pulse("*/15 * * * * *") }
