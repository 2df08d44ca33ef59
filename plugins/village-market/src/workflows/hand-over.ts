import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { capturePaymentWorkflow, createOrderFulfillmentWorkflow } from "@medusajs/medusa/core-flows"
import { REGISTRY } from "../modules/registry"
import { TRADE } from "../modules/trade"
import type { ProducerOrder } from "../modules/trade/rows"
import { CASH_PROVIDER } from "./trade/read-order"
import { readPayments } from "./trade/read-payments"
import { stockUpAhead } from "./trade/stock-up-ahead"

export const HandOver = z.object({
  producer_order_id: z.string(),
  producer_id: z.string(),
  /** Required for a cash part: the producer says that the money was paid. */
  cash_collected: z.boolean().default(false),
  /** From which lot each line comes, for those that come from one. */
  lots: z.array(z.object({ line_id: z.string(), lot_id: z.string() })).default([]),
})

const handOverStep = createStep("hand-over", async (input: z.input<typeof HandOver>, { container }) => {
  const { producer_order_id, producer_id, cash_collected, lots } = HandOver.parse(input)
  const trade = container.resolve(TRADE)
  const part = await trade.partOfProducer(producer_order_id, producer_id)
  if (!part) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such order")
  if (part.payment_means === "cash" && part.status === "placed" && !cash_collected) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "The buyer pays cash: confirm that it was paid")
  }
  const outcome = await trade.handOver({ id: producer_order_id, producer_id, lots })
  if (!outcome.ok && outcome.why !== "already_there") {
    throw new MedusaError(MedusaError.Types.CONFLICT, "This order cannot be handed over now")
  }
  return new StepResponse({ repeated: !outcome.ok })
})

/** Follows the committed hand-over; what fails here is repeated by the job `finish-producer-orders`. */
const followHandOverStep = createStep("follow-hand-over", async ({ id }: { id: string }, { container }) => {
  const part = await container.resolve(TRADE).partById(id)
  if (part) await followHandOver(container, part)
  return new StepResponse()
})

/** Producer's part → `handed_over`, with its journal rows; then Medusa's fulfilment takes the stock, and cash is captured. Safe to repeat. */
export const handOverWorkflow = createWorkflow("hand-over-producer-order", (input: z.input<typeof HandOver>) => {
  const done = handOverStep(input)
  followHandOverStep({ id: input.producer_order_id })
  return new WorkflowResponse(done)
})

/** Takes the stock and books the cash of a part that was handed over, each once, under one lock per order. */
export async function followHandOver(container: MedusaContainer, part: ProducerOrder): Promise<void> {
  await container.resolve(Modules.LOCKING).execute(
    `follow-hand-over:${part.order_id}`,
    async () => {
      await fulfil(container, part)
      if (part.payment_means === "cash") await captureCash(container, part.order_id)
    },
    { timeout: 60 },
  )
}

async function fulfil(container: MedusaContainer, { id, order_id, producer_id, shipping_option_id }: ProducerOrder) {
  const trade = container.resolve(TRADE)
  if ((await trade.partById(id))?.fulfillment_id) return
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
      items: lines.map(({ order_line_id, quantity }) => ({ id: order_line_id, quantity })),
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
