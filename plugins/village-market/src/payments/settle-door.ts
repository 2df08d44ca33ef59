import type { MedusaContainer } from "@medusajs/framework/types"
import { GATEWAY } from "../modules/gateway"
import type { PaymentAttempt } from "../modules/gateway/rows"
import { TRADE } from "../modules/trade"
import { captureCollected } from "../workflows/trade/follow-hand-over"
import { giveBack } from "./give-back"

/**
 * Money paid by QR for a part promised in cash: the part is collected, Medusa captures as much of the promise, or the
 * money goes back, since cash was quicker or the part costs something else by now. Each step is safe to repeat.
 */
export async function settleDoor(container: MedusaContainer, attempt: PaymentAttempt): Promise<void> {
  const { id: attempt_id, amount, subject_id } = attempt
  const outcome = await container.resolve(TRADE).collectByBank({ id: subject_id ?? "", amount, attempt_id })
  if (!outcome.ok) return giveBack(container, attempt, outcome.why, outcome.order_id)
  await captureCollected(container, outcome.order_id)
  await container.resolve(GATEWAY).complete(attempt_id, outcome.order_id)
}
