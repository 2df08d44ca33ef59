import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { TRADE } from "../modules/trade"
import { SYSTEM } from "../modules/trade/actor"
import { paymentStands } from "../modules/trade/payment-stands"
import type { ProducerOrder } from "../modules/trade/rows"
import type { TradeService } from "../modules/trade/service"
import { wakeNotices } from "../notices/send-notices"
import { cancelLinesWorkflow } from "./cancel-lines"
import { bookMissingCaptures } from "./trade/book-missing-captures"
import { ensureProducerOrders } from "./trade/ensure-producer-orders"
import { orderHours } from "./trade/order-hours"
import { CASH_PROVIDER } from "./trade/payment-providers"
import { readPayments } from "./trade/read-payments"
import { reserveMissing } from "./trade/reserve-missing"

const SHOP = { ...SYSTEM, role: "operator" } as const
const NO_STOCK = "Hết hàng"

/**
 * Nothing here is taken back: each deed is idempotent and the job `finish-producer-orders` repeats what a crash left
 * undone, because undoing a paid order for a fault of ours would refund a buyer who wants the goods.
 */
const placeProducerOrdersStep = createStep(
  "place-producer-orders",
  async ({ order_id }: { order_id: string }, { container }) => {
    const trade = container.resolve(TRADE)
    await ensureProducerOrders(container, order_id)
    await trade.solveRepair(order_id, "parts: ")
    const { total, payments } = await readPayments(container, order_id)
    const parts = await trade.partsOfOrder(order_id)
    if (await isOver(trade, parts, payments)) return new StepResponse({ placed: 0 })
    const short = await reserveMissing(container, parts)
    if (!paymentStands(total, payments, CASH_PROVIDER)) {
      await askForTransfer(trade, parts)
      wakeNotices(container)
      return new StepResponse({ placed: 0 })
    }
    await bookMissingCaptures(container, parts)
    const placed = await trade.place(order_id, { answerHours: await orderHours(container, "answer") })
    // It may have run out of time since it was looked at.
    if (placed.length === 0) await isOver(trade, await trade.partsOfOrder(order_id), payments)
    // What a crash left without stock cannot be delivered: called off like any other share, its money goes back.
    for (const { part_id: producer_order_id, lines } of short) {
      const key = `unheld_${producer_order_id}`
      await cancelLinesWorkflow(container).run({
        input: { producer_order_id, actor: SHOP, reason: NO_STOCK, lines, key },
      })
    }
    wakeNotices(container)
    return new StepResponse({ placed: placed.length })
  },
)

/** The buyer may have closed the page with the QR. */
async function askForTransfer(trade: TradeService, [part]: ProducerOrder[]) {
  if (part?.payment_means === "bank" && part.status === "awaiting_payment") await trade.tellOfTransfer(part)
}

/** Whether an order has run out of time; money that came afterwards goes back. */
async function isOver(trade: TradeService, parts: ProducerOrder[], payments: { captured: number }[]): Promise<boolean> {
  const [part] = parts
  if (!part || parts.some(({ status }) => status !== "expired")) return false
  const amount = payments.reduce((sum, { captured }) => sum + captured, 0)
  if (amount === 0) return true
  const { order_id, cart_id, payment_means: means } = part
  await trade.recordRefundDue({
    id: `late:${order_id}`,
    amount,
    reason: "order_over",
    means,
    order_id,
    cart_id,
  })
  return true
}

/** Moves the parts of an order from `awaiting_payment` to `placed` once its payment stands, and tells the producers. Safe to repeat. */
export const placeProducerOrdersWorkflow = createWorkflow("place-producer-orders", (input: { order_id: string }) => {
  return new WorkflowResponse(placeProducerOrdersStep(input))
})
