import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { REGISTRY } from "../../modules/registry"
import { TRADE } from "../../modules/trade"
import { phoneOrderOfCart } from "../../modules/trade/phone-orders"
import type { ProducerOrder } from "../../modules/trade/rows"
import { settingsOf } from "../../settings"
import { money } from "../../web/format"
import { newOrderSms } from "../../web/text/messages"

/** Tells a producer of a new part by SMS, once: the key makes a repeat silent. A gateway that is down is tried again by the job. */
export async function tellProducer(container: MedusaContainer, part: ProducerOrder): Promise<void> {
  const trade = container.resolve(TRADE)
  // Who wrote the order down has just seen it.
  const keyed = await phoneOrderOfCart(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), part.cart_id)
  if (keyed?.keyed_by_kind === "producer" && keyed.keyed_by_id === part.producer_id) return trade.markNotified(part.id)
  const { phone } = await container.resolve(REGISTRY).retrieveProducer(part.producer_id, { select: ["id", "phone"] })
  const lines = await trade.linesOf([part.id])
  const text = newOrderSms({
    no: part.display_no,
    goods: lines.map((line) => `${line.quantity} ${line.unit} ${line.title}`).join(", "),
    total: money("vi", part.total),
    cash: part.payment_means === "cash",
    url: `${settingsOf(container).publicUrl}/producer/orders/${part.id}`,
  })
  try {
    await container.resolve(Modules.NOTIFICATION).createNotifications({
      to: phone,
      channel: "sms",
      template: "producer-order-placed",
      idempotency_key: `producer-order-placed:${part.id}`,
      content: { text },
    })
    await trade.markNotified(part.id)
  } catch (error) {
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`the SMS for ${part.id} was not sent: ${error}`)
  }
}
