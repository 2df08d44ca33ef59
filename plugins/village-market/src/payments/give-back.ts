import type { MedusaContainer } from "@medusajs/framework/types"
import { GATEWAY } from "../modules/gateway"
import type { PaymentAttempt } from "../modules/gateway/rows"
import { recordRefundDueWorkflow } from "../workflows/record-refund-due"
import { wakeRefunds } from "./carry-out-refunds"
import type { RefundReason } from "./next-step"

/** All the money of an attempt is owed back to whoever paid it. The same attempt is the same debt. */
export async function giveBack(
  container: MedusaContainer,
  attempt: PaymentAttempt,
  reason: RefundReason,
  orderId?: string,
): Promise<void> {
  await recordRefundDueWorkflow(container).run({
    input: {
      key: `payment:${attempt.id}`,
      amount: attempt.amount,
      reason,
      means: attempt.provider,
      order_id: orderId,
      cart_id: attempt.cart_id ?? undefined,
      payment_attempt_id: attempt.id,
    },
  })
  await container.resolve(GATEWAY).markRefundDue(attempt.id, reason, orderId)
  wakeRefunds(container)
}
