import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { processPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { GATEWAY } from "../modules/gateway"
import type { PaymentAttempt } from "../modules/gateway/rows"
import { placeProducerOrdersWorkflow } from "../workflows/place-producer-orders"
import { giveBack } from "./give-back"
import { type NextStep, nextStep, type RefundReason } from "./next-step"
import { readSituation } from "./read-situation"

/**
 * Money paid for a basket becomes its order, or the payment of an order that waits for it, or goes back. Under the lock
 * of every way to complete the basket.
 */
export async function settleBasket(container: MedusaContainer, attempt: PaymentAttempt): Promise<void> {
  const step = nextStep(await look(container, attempt))
  if (step.kind !== "process") return carryOut(container, attempt, step)
  const failure = await processPayment(container, attempt)
  const now = {
    ...(await look(container, attempt)),
    outcome: failure ? ("error" as const) : ("refused" as const),
  }
  return carryOut(container, attempt, nextStep(now), failure)
}

/** An order can be seen before Medusa is done with it, and may yet be taken back: looks only between completions. */
function look(container: MedusaContainer, attempt: PaymentAttempt) {
  const read = () => readSituation(container, attempt)
  if (!attempt.cart_id) return read()
  return container.resolve(Modules.LOCKING).execute(attempt.cart_id, read, { timeout: 30 })
}

/**
 * Medusa's own way from a captured payment to an order. It may end well without an order (a basket that can no longer
 * be completed), so its end proves nothing. Returns what broke, if something did.
 */
async function processPayment(container: MedusaContainer, attempt: PaymentAttempt): Promise<string | undefined> {
  const { errors } = await processPaymentWorkflow(container).run({
    input: { action: "captured", data: { session_id: attempt.session_id ?? "", amount: attempt.amount } },
    throwOnError: false,
  })
  return errors?.length ? errors.map(({ error }) => String(error?.message ?? error)).join("; ") : undefined
}

async function carryOut(container: MedusaContainer, attempt: PaymentAttempt, step: NextStep, failure?: string) {
  const gateway = container.resolve(GATEWAY)
  if (step.kind === "complete") {
    await placeProducerOrdersWorkflow(container).run({ input: { order_id: step.orderId } })
    return gateway.complete(attempt.id, step.orderId)
  }
  if (step.kind === "refund") return giveBasketBack(container, attempt, step.reason)
  return gateway.putOff(attempt, failure ?? "The basket did not become an order")
}

/** The money of a basket goes back, under the lock of every way to complete it. */
export async function giveBasketBack(container: MedusaContainer, attempt: PaymentAttempt, reason: RefundReason) {
  const situation = await look(container, attempt)
  // A session that stayed paid could still make an order of money that goes back.
  if (situation.sessionAmount !== undefined && !situation.orderId && attempt.session_id) {
    await container.resolve(Modules.PAYMENT).deletePaymentSession(attempt.session_id)
  }
  return giveBack(container, attempt, reason, situation.orderId)
}

/** Whether the order of an attempt's basket holds its money, though settling has not said so yet. */
export async function isInOrder(container: MedusaContainer, attempt: PaymentAttempt): Promise<boolean> {
  const { orderId, payment } = await look(container, attempt)
  return orderId !== undefined && payment?.captured === true
}
