import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorText } from "../../error-text"
import { TRADE } from "../../modules/trade"

/** What of an order is unfinished; its repair row begins with it. */
export type Unfinished = "parts" | "hand-over" | "change"

/** Does a deed that an order still wants. A failure stands in the operator's list until the deed succeeds; returned is what it said. */
export async function attemptRepair(
  container: MedusaContainer,
  orderId: string,
  what: Unfinished,
  deed: () => Promise<unknown>,
): Promise<string | undefined> {
  const trade = container.resolve(TRADE)
  try {
    await deed()
    await trade.solveRepair(orderId, `${what}: `)
  } catch (error) {
    const problem = `${what}: ${errorText(error)}`
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`order ${orderId} is still unfinished: ${problem}`)
    await trade.recordRepair(orderId, problem)
    return problem
  }
}
