import type { MedusaContainer } from "@medusajs/framework/types"
import { BigNumber, ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { GATEWAY } from "../modules/gateway"
import type { RefundAttempt } from "../modules/gateway/refund-rows"
import type { PaymentAttempt } from "../modules/gateway/rows"

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
      // Two refunds of one order at a time would leave Medusa's summary wrong for good.
      await container
        .resolve(Modules.LOCKING)
        .execute(`refund:${orderId}`, () => bookOnce(container, refund, payment, orderId), { timeout: 30 })
    }
    await refunds.booked(refund)
    return true
  } catch (error) {
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`Refund ${refund.id} is not booked yet: ${error}`)
    await refunds.putOffBooking(refund, String(error))
    return false
  }
}

/** Medusa repeats any refund it is asked for, so it is first looked whether it holds this one; the debt's id is its mark. */
async function bookOnce(container: MedusaContainer, refund: RefundAttempt, payment: PaymentAttempt, orderId: string) {
  const payments = container.resolve(Modules.PAYMENT)
  const [held] = await payments.listPayments({ payment_session_id: payment.session_id }, { relations: ["refunds"] })
  if (!held) throw new Error(`Order ${orderId} has no payment of session ${payment.session_id}`)
  const known = held.refunds?.find(({ note }) => note === refund.refund_due_id)
  if (known) return completeBooking(container, orderId, known.id, refund.amount)
  await refundPaymentWorkflow(container).run({
    input: { payment_id: held.id, amount: refund.amount, note: refund.refund_due_id },
  })
}

/** A crash within Medusa's own refund may have left it without its transaction on the order. */
async function completeBooking(container: MedusaContainer, order_id: string, reference_id: string, amount: number) {
  const orders = container.resolve(Modules.ORDER)
  const transactions = await orders.listOrderTransactions({ order_id, reference: "refund", reference_id })
  if (transactions.length > 0) return
  await orders.addOrderTransactions({
    ...{ order_id, reference: "refund", reference_id, currency_code: "vnd" },
    amount: new BigNumber(-amount).numeric,
  })
}
