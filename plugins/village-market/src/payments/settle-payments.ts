import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { processPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { errorText } from "../error-text"
import { GATEWAY } from "../modules/gateway"
import type { PaymentAttempt } from "../modules/gateway/rows"
import { placeProducerOrdersWorkflow } from "../workflows/place-producer-orders"
import { recordRefundDueWorkflow } from "../workflows/record-refund-due"
import { wakeRefunds } from "./carry-out-refunds"
import { type NextStep, nextStep, type RefundReason } from "./next-step"
import { readSituation } from "./read-situation"

/** Completing an order is mostly our own computing; more at a time would only slow the answers to the gateway. */
const AT_ONCE = 2

let working = 0
let wanted = false

/**
 * Settles what is captured and open, at once and without the caller waiting. One payment that waits (for a lock, for a
 * slow completion) holds up one worker, not the others. What a crash leaves behind is found by the job.
 */
export function wakeSettling(container: MedusaContainer): void {
  wanted = true
  if (working >= AT_ONCE) return
  working++
  void settleAll(container).finally(() => {
    working--
  })
}

/** Never rejects: whoever wakes it is not waiting. */
async function settleAll(container: MedusaContainer): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const gateway = container.resolve(GATEWAY)
  try {
    let claimed: PaymentAttempt[]
    do {
      // Who is woken while this looks has committed before, or makes it look again.
      wanted = false
      claimed = await gateway.claimDue(1)
      for (const attempt of claimed) await settle(container, attempt)
    } while (claimed.length > 0 || wanted)
  } catch (error) {
    logger.error(`Settling payments stopped, the next turn goes on: ${error}`)
  }
}

/** A failure is put down on the attempt and tried again later: its money is there, whatever happens here. */
async function settle(container: MedusaContainer, claimed: PaymentAttempt): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const gateway = container.resolve(GATEWAY)
  // The lock of every way to complete a basket.
  const key = `complete:${claimed.cart_id ?? claimed.id}`
  try {
    await container.resolve(Modules.LOCKING).execute(key, () => settleLocked(container, claimed), { timeout: 30 })
  } catch (error) {
    logger.error(`Payment ${claimed.txn_ref} is not settled yet: ${errorText(error)}`)
    await gateway.putOff(claimed, errorText(error))
  }
}

async function settleLocked(container: MedusaContainer, claimed: PaymentAttempt): Promise<void> {
  const attempt = await container.resolve(GATEWAY).attempt(claimed.txn_ref)
  if (attempt?.completion !== "open") return
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
    input: { action: "captured", data: { session_id: attempt.session_id, amount: attempt.amount } },
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
  if (step.kind === "refund") return giveBack(container, attempt, step.reason)
  return gateway.putOff(attempt, failure ?? "The basket did not become an order")
}

async function giveBack(container: MedusaContainer, attempt: PaymentAttempt, reason: RefundReason) {
  const situation = await look(container, attempt)
  // A session that stayed paid could still make an order of money that goes back.
  if (situation.sessionAmount !== undefined && !situation.orderId) {
    await container.resolve(Modules.PAYMENT).deletePaymentSession(attempt.session_id)
  }
  await recordRefundDueWorkflow(container).run({
    input: {
      key: `payment:${attempt.id}`,
      amount: attempt.amount,
      reason,
      order_id: situation.orderId,
      cart_id: attempt.cart_id ?? undefined,
      payment_attempt_id: attempt.id,
    },
  })
  await container.resolve(GATEWAY).markRefundDue(attempt.id, reason, situation.orderId)
  wakeRefunds(container)
}
