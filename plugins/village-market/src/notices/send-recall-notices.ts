import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { extendRecalls } from "../modules/traceability/recall/extend-recalls"
import * as outbox from "../modules/traceability/recall/reach-outbox"
import { channelTo } from "../modules/traceability/recall/recall-rules"
import { settingsOf } from "../settings"
import { orderPath } from "../web/order-link"
import { recallToBuyer, recallToProducer } from "../web/text/recall-messages"
import type { Letter } from "./write-notice"

let working = false
let wanted = false

/** Tells whom a recall concerns, at once and without the caller waiting; the job finds what a crash leaves behind. */
export function wakeRecallNotices(container: MedusaContainer): void {
  wanted = true
  if (working) return
  working = true
  void sendAll(container).finally(() => {
    working = false
    if (wanted) wakeRecallNotices(container)
  })
}

/** Never rejects: whoever wakes it is not waiting. */
async function sendAll(container: MedusaContainer): Promise<void> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  try {
    wanted = false
    await extendRecalls(pg, settingsOf(container).email)
    for (let reach = await outbox.claimReach(pg); reach; reach = await outbox.claimReach(pg))
      await send(container, reach)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`Sending messages of recalls stopped, the next turn goes on: ${error}`)
  }
}

/** One message, exactly as `send-notices.ts` sends those of orders: its key carries the number of failures. */
async function send(container: MedusaContainer, reach: outbox.Reach): Promise<void> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  try {
    const letter = await writeRecallNotice(container, reach)
    if (!letter) return await outbox.markUnreachable(pg, reach)
    await container.resolve(Modules.NOTIFICATION).createNotifications({
      ...letter,
      template: `lot-recall-${reach.audience}`,
      resource_id: reach.recall_id,
      resource_type: "lot_recall",
      idempotency_key: reach.tries === 0 ? reach.id : `${reach.id}:${reach.tries}`,
    })
    await outbox.markReached(pg, reach, letter.channel)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`message ${reach.id} of a recall was not sent: ${why}`)
    await outbox.putReachOff(pg, reach, why)
  }
}

/** The words and the way; nothing where there is no way to the reader. */
async function writeRecallNotice(container: MedusaContainer, reach: outbox.Reach): Promise<Letter | undefined> {
  const facts = await outbox.reachFacts(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), reach)
  if (!facts) return undefined
  const settings = settingsOf(container)
  const { publicUrl, hotline } = settings
  const channel = channelTo(facts, settings.email, reach.tries)
  const to = channel === "email" ? facts.email : facts.phone
  if (!channel || !to) return undefined
  if (reach.audience === "producer") {
    const text = recallToProducer({ ...facts, hotline, link: `${publicUrl}/producer/lots` })
    return { to, channel, content: { text } }
  }
  const link = `${publicUrl}${orderPath(settings, reach.order_id ?? "")}`
  const { subject, text, sms } = recallToBuyer(facts.language, { ...facts, hotline, link })
  return { to, channel, content: channel === "email" ? { subject, text } : { text: sms } }
}
