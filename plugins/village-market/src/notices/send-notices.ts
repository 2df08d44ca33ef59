import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { TRADE } from "../modules/trade"
import type { OrderNotice } from "../modules/trade/rows"
import { writeNotice } from "./write-notice"

let working = false
let wanted = false

/**
 * Sends what stands in the outbox, at once and without the caller waiting. What a crash leaves behind, and what a
 * gateway did not take, is found by the job.
 */
export function wakeNotices(container: MedusaContainer): void {
  wanted = true
  if (working) return
  working = true
  void sendAll(container).finally(() => {
    working = false
    if (wanted) wakeNotices(container)
  })
}

/** Never rejects: whoever wakes it is not waiting. */
async function sendAll(container: MedusaContainer): Promise<void> {
  const trade = container.resolve(TRADE)
  try {
    wanted = false
    for (let notice = await trade.claimNotice(); notice; notice = await trade.claimNotice()) {
      await send(container, notice)
    }
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`Sending messages stopped, the next turn goes on: ${error}`)
  }
}

/**
 * One message, by Medusa's notification module. Its key carries the number of failures: Medusa sends a key once and
 * would send a failed one again and again, while a message whose sender died has an unknown outcome and is not
 * repeated: better one message lost than a buyer told twice.
 */
async function send(container: MedusaContainer, notice: OrderNotice): Promise<void> {
  const trade = container.resolve(TRADE)
  const failure = await tryToSend(container, notice)
  if (failure === undefined) return trade.markNoticeSent(notice)
  container.resolve(ContainerRegistrationKeys.LOGGER).warn(`message ${notice.id} was not sent: ${failure}`)
  await trade.putNoticeOff(notice, failure)
}

async function tryToSend(container: MedusaContainer, notice: OrderNotice): Promise<string | undefined> {
  try {
    const message = await writeNotice(container, notice)
    if (!message) return undefined
    await container.resolve(Modules.NOTIFICATION).createNotifications({
      ...message,
      template: `order-${notice.audience}-${notice.event}`,
      resource_id: notice.producer_order_id,
      resource_type: "producer_order",
      idempotency_key: notice.tries === 0 ? notice.id : `${notice.id}:${notice.tries}`,
    })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
