import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { errorText } from "../error-text"
import { GATEWAY } from "../modules/gateway"
import type { PaymentAttempt } from "../modules/gateway/rows"
import { settleBasket } from "./settle-basket"
import { settleDoor } from "./settle-door"
import { settleStall } from "./settle-stall"

/** What captured money is for decides how it is settled; each is safe to repeat. */
const SETTLE = { basket: settleBasket, door: settleDoor, stall: settleStall } as const

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
  // For a basket the lock of every way to complete it.
  const key = `complete:${claimed.cart_id ?? claimed.subject_id ?? claimed.id}`
  try {
    await container.resolve(Modules.LOCKING).execute(key, () => settleLocked(container, claimed), { timeout: 30 })
  } catch (error) {
    logger.error(`Payment ${claimed.txn_ref} is not settled yet: ${errorText(error)}`)
    await gateway.putOff(claimed, errorText(error))
  }
}

async function settleLocked(container: MedusaContainer, claimed: PaymentAttempt): Promise<void> {
  const attempt = await container.resolve(GATEWAY).attempt(claimed.txn_ref)
  if (attempt?.completion === "open") await SETTLE[attempt.purpose](container, attempt)
}
