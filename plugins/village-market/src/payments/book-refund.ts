import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { errorText } from "../error-text"
import { GATEWAY } from "../modules/gateway"
import { BY_HAND } from "../modules/gateway/refund-queries"
import type { RefundAttempt } from "../modules/gateway/refund-rows"
import type { PaymentAttempt } from "../modules/gateway/rows"
import { followChanges } from "../workflows/trade/follow-changes"
import { withOrderLock } from "../workflows/trade/with-order-lock"

/**
 * Brings a refund the gateway has confirmed into Medusa's books and marks the debt as paid. Money that no order holds
 * has nothing to be booked on. A failure is put down and tried again: the money has gone back, whatever happens here.
 */
export async function bookRefund(
  container: MedusaContainer,
  { refund, payment }: { refund: RefundAttempt; payment: PaymentAttempt },
): Promise<boolean> {
  const { refunds } = container.resolve(GATEWAY)
  const { order_id: orderId } = payment
  try {
    if (payment.completion === "open") throw new Error("Whether an order holds the payment is being settled")
    if (payment.completion === "completed" && orderId) {
      // The order's price falls first: without that Medusa would take the refund for goodwill and lower it twice.
      await followChanges(container, orderId)
      await withOrderLock(container, orderId, () => bookOnce(container, refund, payment, orderId))
    }
    await refunds.booked(refund)
    return true
  } catch (error) {
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`Refund ${refund.id} is not booked yet: ${error}`)
    await refunds.putOffBooking(refund, errorText(error))
    return false
  }
}

/** Medusa repeats any refund it is asked for, so it is first looked whether it holds this one; the debt's id is its mark. */
async function bookOnce(container: MedusaContainer, refund: RefundAttempt, payment: PaymentAttempt, orderId: string) {
  const payments = container.resolve(Modules.PAYMENT)
  const [held] = await payments.listPayments(
    { payment_session_id: payment.session_id ?? "" },
    { relations: ["refunds"] },
  )
  if (!held) throw new Error(`Order ${orderId} has no payment of session ${payment.session_id}`)
  const known = held.refunds?.find(({ note }) => note === refund.refund_due_id)
  if (known) return completeBooking(container, orderId, known.id, refund.amount)
  await refundPaymentWorkflow(container).run({
    input: { payment_id: held.id, amount: refund.amount, note: refund.refund_due_id },
  })
}

/** A crash within Medusa's own refund may have left it without its transaction on the order. */
const completeBooking = (container: MedusaContainer, order_id: string, refundId: string, amount: number) =>
  addTransaction(container, { order_id, reference: "refund", reference_id: refundId, amount })

/**
 * Brings into Medusa's books what somebody has returned by hand: a transaction of the order only, for the payment at
 * the gateway was not touched. Safe to repeat.
 */
export async function bookByHand(container: MedusaContainer): Promise<void> {
  for (const { id, order_id, amount } of await container.resolve(GATEWAY).unbookedByHand()) {
    try {
      await followChanges(container, order_id)
      await withOrderLock(container, order_id, () =>
        addTransaction(container, { order_id, reference: BY_HAND, reference_id: id, amount }),
      )
    } catch (error) {
      container.resolve(ContainerRegistrationKeys.LOGGER).error(`Return ${id} is not booked yet: ${error}`)
    }
  }
}

type Returned = { order_id: string; reference: string; reference_id: string; amount: number }

async function addTransaction(container: MedusaContainer, { order_id, reference, reference_id, amount }: Returned) {
  const orders = container.resolve(Modules.ORDER)
  const known = await orders.listOrderTransactions({ order_id, reference, reference_id })
  if (known.length > 0) return
  await orders.addOrderTransactions({ order_id, reference, reference_id, amount: -amount, currency_code: "vnd" })
}
