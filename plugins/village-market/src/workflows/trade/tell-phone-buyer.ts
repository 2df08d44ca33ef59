import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { TRADE } from "../../modules/trade"
import { markBuyerTold, type PhoneOrder } from "../../modules/trade/phone-orders"
import { settingsOf } from "../../settings"
import { money } from "../../web/format"
import { orderPath } from "../../web/order-link"
import { phoneOrderSms } from "../../web/text/messages"

/** Sends who ordered by phone the way to the order, once. A gateway that is down holds up no order; a repeat sends again. */
export async function tellPhoneBuyer(container: MedusaContainer, { id, told_at }: PhoneOrder, orderId: string) {
  if (told_at) return
  const trade = container.resolve(TRADE)
  const parts = await trade.partsOfOrder(orderId)
  const [part] = parts
  if (!part) return
  const lines = await trade.linesOf(parts.map(({ id }) => id))
  const settings = settingsOf(container)
  const text = phoneOrderSms({
    no: part.display_no.replace(/-\d+$/, ""),
    goods: lines.map((line) => `${line.quantity} ${line.unit} ${line.title}`).join(", "),
    total: money(
      "vi",
      parts.reduce((sum, { total }) => sum + total, 0),
    ),
    url: `${settings.publicUrl}${orderPath(settings, orderId)}`,
  })
  try {
    await container.resolve(Modules.NOTIFICATION).createNotifications({
      to: part.buyer_phone,
      channel: "sms",
      template: "phone-order-placed",
      idempotency_key: `phone-order-placed:${orderId}`,
      content: { text },
    })
    await markBuyerTold(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), id)
  } catch (error) {
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`the SMS on order ${orderId} was not sent: ${error}`)
  }
}
