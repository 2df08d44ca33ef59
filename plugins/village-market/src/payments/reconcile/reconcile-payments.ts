import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GATEWAY } from "../../modules/gateway"
import { type AskedCount, askOpenAttempts } from "./ask-open-attempts"
import { watchPayments } from "./tell-alarms"

export type Reconciled = AskedCount & { stray: number; raised: number; cleared: number }

/** One turn of all that keeps payments from being lost. Bounded, and safe at any time and in several processes at once. */
export async function reconcilePayments(container: MedusaContainer): Promise<Reconciled> {
  const asked = await askOpenAttempts(container)
  const stray = await container.resolve(GATEWAY).reconciliation.openStrayNotices()
  const watched = await watchPayments(container)
  if (asked.asked + stray + watched.raised > 0) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.info(`Reconciliation: ${JSON.stringify({ ...asked, stray, ...watched })}`)
  }
  return { ...asked, stray, ...watched }
}
