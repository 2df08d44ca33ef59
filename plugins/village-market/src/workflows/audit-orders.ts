import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { TRADE } from "../modules/trade"
import { type Books, compareOrder, type Difference } from "../modules/trade/compare-order"
import { readOrder } from "./trade/read-order"
import { readPayments } from "./trade/read-payments"

export type OrderDifferences = { order_id: string; differences: Difference[] }

/**
 * Derives parts and journal of orders anew and reports what disagrees, order by order; it mends nothing, since what is
 * wrong with money a person has to see. A difference stands among the operator's repairs until it is gone.
 */
const auditOrdersStep = createStep(
  "audit-orders",
  async ({ order_ids, days = 60 }: { order_ids?: string[]; days?: number }, { container }) => {
    const trade = container.resolve(TRADE)
    const found: OrderDifferences[] = []
    const ids = order_ids ?? (await trade.ordersSince(days))
    for (const order_id of ids) {
      const differences = await auditOrder(container, order_id)
      if (differences.length > 0) {
        found.push({ order_id, differences })
        await trade.recordRepair(order_id, AUDIT + differences.map(said).join("; "))
      } else await trade.solveRepair(order_id, AUDIT)
    }
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    if (found.length > 0) logger.error(`${found.length} of ${ids.length} orders disagree with their books`)
    return new StepResponse({ checked: ids.length, found })
  },
)

/** How a repair row that this audit wrote begins. */
const AUDIT = "books: "
const said = ({ what, expected, found }: Difference) => `${what}: ${expected} expected, ${found} found`

async function auditOrder(container: MedusaContainer, orderId: string): Promise<Difference[]> {
  const trade = container.resolve(TRADE)
  const [known] = await container.resolve(Modules.ORDER).listOrders({ id: orderId }, { select: ["id"] })
  if (!known) return [{ what: "order in Medusa", expected: orderId, found: "missing" }]
  const parts = await trade.partsOfOrder(orderId)
  const ids = parts.map(({ id }) => id)
  const [order, money, lines, journal, changes, refunds] = await Promise.all([
    readOrder(container, orderId),
    readPayments(container, orderId),
    trade.linesOf(ids),
    trade.journalOf(ids),
    trade.changesOf(ids),
    trade.refundsOfOrder(orderId),
  ])
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
  const medusa: Books["medusa"] = {
    order,
    total: money.total,
    captured: sum(money.payments.map(({ captured }) => captured)),
    refunded: sum(money.payments.map(({ refunded }) => refunded)),
  }
  return compareOrder({ medusa, parts, lines, journal, changes, refunds })
}

/** Audits the named orders, or all of the last days; `found` is empty when the books agree. */
export const auditOrdersWorkflow = createWorkflow(
  "audit-orders",
  (input: { order_ids?: string[]; days?: number }) => new WorkflowResponse(auditOrdersStep(input)),
)
