import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GATEWAY } from "../modules/gateway"
import type { RefundableDue } from "../modules/gateway/refund-queries"
import { bookByHand, bookRefund } from "./book-refund"
import { gatewayOf, gatewaysSetUp, type PaymentGateway, type RefundToSpeakOf } from "./gateways"

/** Payments whose refunds are carried out at the same time; mostly waiting for the gateway. */
const AT_ONCE = 4

let working = false
let wanted = false
let soon: NodeJS.Timeout | undefined

/**
 * Sends back what is due through the gateway, at once and without the caller waiting. What a crash or a silent gateway
 * leaves behind is found by the job.
 */
export function wakeRefunds(container: MedusaContainer): void {
  wanted = true
  if (working) return
  working = true
  void carryOutAll(container).finally(() => {
    working = false
  })
}

/** Never rejects: whoever wakes it is not waiting. */
async function carryOutAll(container: MedusaContainer): Promise<void> {
  try {
    await bookByHand(container)
    let moved = false
    do {
      // Who is woken while this looks has committed before, or makes it look again.
      wanted = false
      moved = await carryOutDue(container)
    } while (moved || wanted)
    clearTimeout(soon)
    const seconds = await container.resolve(GATEWAY).nextRefundIn()
    // Later ones are found by the job.
    if (seconds < 20) soon = setTimeout(() => wakeRefunds(container), seconds * 1000).unref()
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`Carrying out refunds stopped, the next turn goes on: ${error}`)
  }
}

/** One round; true if something came of it. Debts of one payment go one after the other, as only one may be under way. */
async function carryOutDue(container: MedusaContainer): Promise<boolean> {
  const byPayment = new Map<string, RefundableDue[]>()
  for (const due of await container.resolve(GATEWAY).dueRefunds(gatewaysSetUp(container))) {
    byPayment.set(due.payment_attempt_id, [...(byPayment.get(due.payment_attempt_id) ?? []), due])
  }
  const waiting = [...byPayment.values()]
  let moved = false
  const work = async () => {
    for (let dues = waiting.shift(); dues; dues = waiting.shift()) {
      for (const due of dues) if (await carryOut(container, due)) moved = true
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return moved
}

/** One step towards one debt. What breaks here is tried again when the lease is over. */
async function carryOut(container: MedusaContainer, due: RefundableDue): Promise<boolean> {
  const gateway = gatewayOf(container, due.provider)
  if (!gateway) return false
  try {
    const turn = await container.resolve(GATEWAY).refunds.take(due)
    if (turn.step === "send" || turn.step === "ask") return await speak(container, gateway, turn)
    if (turn.step === "book") return await bookRefund(container, turn)
    return turn.step === "refuse"
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`Refund ${due.due_id} is not carried out yet: ${error}`)
    return false
  }
}

/** Sends the refund, or asks what became of it, and takes down the answer. True once it is decided. */
async function speak(container: MedusaContainer, gateway: PaymentGateway, turn: RefundToSpeakOf): Promise<boolean> {
  const { step, refund, payment } = turn
  const said = await (step === "send" ? gateway.sendRefund(turn) : gateway.lookUpRefund(turn))
  const now = await container.resolve(GATEWAY).refunds.record(refund, said, gateway.refundDoubtSeconds)
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .info(`Refund ${refund.id} of ${payment.txn_ref}, ${step}: ${now.state} ${now.reason ?? ""}`)
  return now.state === "confirmed" || now.state === "refused"
}
