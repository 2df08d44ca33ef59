import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { placeProducerOrdersWorkflow } from "../workflows/place-producer-orders"

/** Orders completed through the stock route reach their producers here; the job repeats what a crash lost. */
export default async function placeProducerOrders({ event, container }: SubscriberArgs<{ id: string }>) {
  await placeProducerOrdersWorkflow(container).run({ input: { order_id: event.data.id } })
}

export const config: SubscriberConfig = { event: "order.placed" }
