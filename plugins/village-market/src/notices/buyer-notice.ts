import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { GATEWAY } from "../modules/gateway"
import { REGISTRY } from "../modules/registry"
import { TRADE } from "../modules/trade"
import { type OrderNotice, PAYMENT_MEANS, type ProducerOrder, type ProducerOrderLine } from "../modules/trade/rows"
import { settingsOf } from "../settings"
import { orderPath } from "../web/order-link"
import type { BuyerNotice } from "../web/text/notices/notice"
import { aheadLines } from "../workflows/reads/ahead-lines"
import { orderHours } from "../workflows/trade/order-hours"
import { goodsOf, readPart } from "./read-part"

const Refunded = z.object({ amount: z.number(), means: z.enum(PAYMENT_MEANS) })

type Told = { part: ProducerOrder; told: BuyerNotice }

/** What a buyer is told by a message of the outbox, from the rows it tells of. */
export async function buyerNotice(container: MedusaContainer, notice: OrderNotice): Promise<Told> {
  const { part, lines, change, request, note } = await readPart(container, notice)
  const settings = settingsOf(container)
  const maker = await makerOf(container, part)
  const common = {
    buyer: part.buyer_name,
    link: `${settings.publicUrl}${orderPath(settings, part.order_id)}`,
    hotline: settings.hotline,
  }
  const about = { ...common, part_no: part.display_no, maker }
  const { event } = notice
  const tell = (told: BuyerNotice): Told => ({ part, told })
  switch (event) {
    case "order_placed":
      return tell({ event, ...common, ...(await orderFacts(container, part)) })
    case "transfer_due":
      return tell({ event, ...common, ...(await transferFacts(container, part)) })
    case "part_accepted":
      return tell({ event, ...about, expected_on: await expectedOn(container, lines) })
    case "part_handed_over":
      return tell({ event, ...about, ...(await handOverFacts(container, part)) })
    case "part_delivered":
      return tell({ event, ...about, return_until: await returnUntil(container, part) })
    case "part_expired":
      return tell({ event, ...about })
  }
  const means = part.collected_by ?? part.payment_means
  if (event === "part_cancelled" && change) {
    const { whole, reason, refund: back } = change
    const by = change.by === "buyer" ? ("buyer" as const) : ("other" as const)
    return tell({ event, ...about, by, whole, reason, goods: goodsOf(lines, change.lines), back, means })
  }
  if (event === "part_returned" && change) {
    return tell({ event, ...about, goods: goodsOf(lines, change.lines), back: change.refund, means })
  }
  if ((event === "return_accepted" || event === "return_refused") && request) {
    return tell({ event, ...about, goods: goodsOf(lines, [request]), note })
  }
  if (event === "money_refunded") return tell({ event, ...about, ...Refunded.parse(notice.data) })
  throw new Error(`nobody knows what to tell a buyer of "${event}"`)
}

async function orderFacts(container: MedusaContainer, { order_id, display_no, payment_means }: ProducerOrder) {
  const parts = await container.resolve(TRADE).partsOfOrder(order_id)
  const makers = await Promise.all(parts.map((part) => makerOf(container, part)))
  return {
    order_no: display_no.split("-")[0] ?? display_no,
    makers,
    total: parts.reduce((sum, { total }) => sum + total, 0),
    means: payment_means,
  }
}

/** What is still to be transferred for the whole order, and until when. */
async function transferFacts(container: MedusaContainer, part: ProducerOrder) {
  const attempts = await container.resolve(GATEWAY).attemptsOfCart(part.cart_id)
  const attempt = attempts.find(({ provider, superseded_at }) => provider === "bank" && !superseded_at)
  const { order_no, total } = await orderFacts(container, part)
  return { order_no, amount: attempt?.amount ?? total, until: attempt?.expires_at ?? null }
}

async function handOverFacts(container: MedusaContainer, part: ProducerOrder) {
  const { carrier, tracking_code } = part
  const cash_due = part.payment_means === "cash" && part.cash_collected === 0 ? part.due : 0
  const cash_code = cash_due > 0 ? await container.resolve(TRADE).cashCodeOf(part.id) : null
  return {
    carrier,
    tracking_code,
    cash_due,
    cash_code,
    pickup: part.delivery_kind === "pickup_point" ? part.pickup_place : null,
  }
}

/** The day by which everything that was sold ahead is expected; ISO, nothing where all was in stock. */
async function expectedOn(container: MedusaContainer, lines: ProducerOrderLine[]) {
  const ahead = await aheadLines(
    container,
    lines.map(({ id }) => id),
  )
  return (
    ahead
      .map(({ expected_on, moved_to }) => moved_to ?? expected_on)
      .sort()
      .at(-1) ?? null
  )
}

async function returnUntil(container: MedusaContainer, { delivered_at }: ProducerOrder) {
  if (!delivered_at) return null
  return new Date(delivered_at.getTime() + (await orderHours(container, "return")) * 3_600_000)
}

async function makerOf(container: MedusaContainer, { producer_id }: ProducerOrder): Promise<string> {
  const { name } = await container.resolve(REGISTRY).retrieveProducer(producer_id, { select: ["id", "name"] })
  return name ?? ""
}
