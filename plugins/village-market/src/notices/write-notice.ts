import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { REGISTRY } from "../modules/registry"
import { TRADE } from "../modules/trade"
import { phoneOrderOfCart } from "../modules/trade/phone-orders"
import type { OrderNotice, ProducerOrder } from "../modules/trade/rows"
import { settingsOf } from "../settings"
import { money } from "../web/format"
import { phoneOrderSms } from "../web/text/messages"
import { buyerMessage } from "../web/text/notices"
import type { BuyerNotice } from "../web/text/notices/notice"
import { type ProducerNotice, producerSms } from "../web/text/producer-notices"
import { buyerNotice } from "./buyer-notice"
import { goodsOf, readPart } from "./read-part"

export type Letter = { to: string; channel: "sms" | "email"; content: { subject?: string; text: string } }

/** After so many failures by e-mail the buyer's phone is tried: an address may be mistyped. */
const EMAIL_TRIES = 3

/** The words of a message and where it goes; nothing for who knows already. Throws for what nobody can word. */
export async function writeNotice(container: MedusaContainer, notice: OrderNotice): Promise<Letter | undefined> {
  return notice.audience === "buyer" ? toBuyer(container, notice) : toProducer(container, notice)
}

async function toBuyer(container: MedusaContainer, notice: OrderNotice): Promise<Letter | undefined> {
  const { part, told } = await buyerNotice(container, notice)
  // A passer-by has left no address.
  if (part.channel === "stall") return undefined
  // Who took the call has said so on the phone.
  if (told.event === "part_accepted" && (await wroteItDown(container, part))) return undefined
  if (told.event === "order_placed" && part.channel === "phone") {
    return { to: part.buyer_phone, channel: "sms", content: { text: await phoneOrder(container, part, told) } }
  }
  const { subject, text, sms } = buyerMessage(part.language, told)
  if (part.buyer_email && settingsOf(container).email && notice.tries < EMAIL_TRIES) {
    return { to: part.buyer_email, channel: "email", content: { subject, text } }
  }
  return { to: part.buyer_phone, channel: "sms", content: { text: sms } }
}

/** Who ordered by phone has seen no page: the message says what was written down. */
async function phoneOrder(
  container: MedusaContainer,
  { order_id }: ProducerOrder,
  { order_no: no, total, link: url }: Extract<BuyerNotice, { event: "order_placed" }>,
) {
  const trade = container.resolve(TRADE)
  const lines = await trade.linesOf((await trade.partsOfOrder(order_id)).map(({ id }) => id))
  return phoneOrderSms({ no, goods: goodsOf(lines), total: money("vi", total), url })
}

/** A producer, or whoever helps it, hears by SMS only. */
async function toProducer(container: MedusaContainer, notice: OrderNotice): Promise<Letter | undefined> {
  const { part, lines, change, request } = await readPart(container, notice)
  if (part.channel === "stall" && notice.event === "part_placed") return undefined
  if (notice.event === "part_placed" && (await wroteItDown(container, part))) return undefined
  const settings = settingsOf(container)
  const producer = await container
    .resolve(REGISTRY)
    .retrieveProducer(part.producer_id, { select: ["id", "name", "phone", "helper_phone"] })
  const told: ProducerNotice = {
    event: notice.event,
    no: part.display_no,
    name: producer.name ?? "",
    goods: goodsOf(lines, change?.lines ?? (request ? [request] : undefined)),
    due: part.due,
    means: part.payment_means,
    by: change?.by,
    reason: change?.reason ?? request?.reason ?? "",
    url: `${settings.publicUrl}/producer/orders/${part.id}`,
    hotline: settings.hotline,
  }
  const to = notice.audience === "helper" ? producer.helper_phone : producer.phone
  if (!to) throw new Error(`producer ${producer.id} has nobody to tell`)
  return {
    to,
    channel: "sms",
    content: { text: producerSms(notice.audience === "helper" ? "helper" : "producer", told) },
  }
}

/** Who wrote an order down after a call has just seen it. */
async function wroteItDown(container: MedusaContainer, { channel, cart_id, producer_id }: ProducerOrder) {
  if (channel !== "phone") return false
  const keyed = await phoneOrderOfCart(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), cart_id)
  return keyed?.keyed_by_kind === "producer" && keyed.keyed_by_id === producer_id
}
