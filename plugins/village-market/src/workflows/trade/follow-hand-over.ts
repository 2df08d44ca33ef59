import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { capturePaymentWorkflow, createOrderFulfillmentWorkflow } from "@medusajs/medusa/core-flows"
import { REGISTRY } from "../../modules/registry"
import { TRADE } from "../../modules/trade"
import type { ProducerOrder } from "../../modules/trade/rows"
import { CASH_PROVIDER } from "./payment-providers"
import { readPayments } from "./read-payments"
import { stockUpAhead } from "./stock-up-ahead"
import { withOrderLock } from "./with-order-lock"

/** Takes the stock and books the cash of a part that was handed over, each once, under one lock per order. */
export async function followHandOver(container: MedusaContainer, part: ProducerOrder): Promise<void> {
  await withOrderLock(container, part.order_id, () => followHandOverLocked(container, part))
}

/** For callers that hold the order's lock. */
export async function followHandOverLocked(container: MedusaContainer, part: ProducerOrder): Promise<void> {
  await fulfil(container, part)
  if (part.payment_means === "cash") await captureCash(container, part.order_id)
}

/** Captures what was collected of an order, in cash or at the door by QR, under the order's lock. Safe to repeat. */
export const captureCollected = (container: MedusaContainer, orderId: string) =>
  withOrderLock(container, orderId, () => captureCash(container, orderId))

async function fulfil(container: MedusaContainer, { id, order_id, producer_id, shipping_option_id }: ProducerOrder) {
  const trade = container.resolve(TRADE)
  if ((await trade.findPart(id, { all: true }))?.fulfillment_id) return
  const { stock_location_id } = await container.resolve(REGISTRY).retrieveProducer(producer_id)
  if (!stock_location_id)
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `producer ${producer_id} has no stock location`)
  const existing = await fulfilmentAt(container, order_id, stock_location_id)
  if (existing) return trade.setFulfillment(id, existing)
  const lines = await trade.linesOf([id])
  await stockUpAhead(container, id)
  const { result } = await createOrderFulfillmentWorkflow(container).run({
    input: {
      order_id,
      location_id: stock_location_id,
      // Medusa would take the order's first method, which is another producer's.
      shipping_option_id,
      items: lines
        .map(({ order_line_id, quantity, cancelled }) => ({ id: order_line_id, quantity: quantity - cancelled }))
        .filter(({ quantity }) => quantity > 0),
    },
  })
  await trade.setFulfillment(id, result.id)
}

const Fulfilments = z.object({
  fulfillments: z
    .array(z.object({ id: z.string(), location_id: z.string().nullish(), canceled_at: z.unknown() }))
    .nullish(),
})

/** The fulfilment a crash may have left without our note of it: each producer has a location of its own. */
async function fulfilmentAt(container: MedusaContainer, orderId: string, locationId: string) {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    filters: { id: orderId },
    fields: ["id", "fulfillments.id", "fulfillments.location_id", "fulfillments.canceled_at"],
  })
  const { fulfillments } = Fulfilments.parse(data[0])
  return fulfillments?.find(({ location_id, canceled_at }) => location_id === locationId && !canceled_at)?.id
}

/** Captures what producers have collected and Medusa does not know of yet: a difference, so that a repeat captures nothing. */
async function captureCash(container: MedusaContainer, orderId: string) {
  const collected = await container.resolve(TRADE).cashCollected(orderId)
  const { payments } = await readPayments(container, orderId)
  const promise = payments.find(({ provider_id, canceled }) => provider_id === CASH_PROVIDER && !canceled)
  const missing = collected - (promise?.captured ?? 0)
  if (promise && missing > 0) {
    await capturePaymentWorkflow(container).run({ input: { payment_id: promise.id, amount: missing } })
  }
}
