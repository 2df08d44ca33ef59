import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import type { OrderPayment } from "../../modules/trade/payment-stands"
import { Amount } from "./read-order"

const Data = z.object({
  total: Amount,
  payment_collections: z
    .array(
      z.object({
        payments: z
          .array(
            z.object({
              id: z.string(),
              provider_id: z.string(),
              amount: Amount,
              canceled_at: z.unknown(),
              captures: z.array(z.object({ amount: Amount })).nullish(),
              refunds: z.array(z.object({ amount: Amount })).nullish(),
            }),
          )
          .nullish(),
      }),
    )
    .nullish(),
})

/** The total of an order and the payments over it. */
export async function readPayments(container: MedusaContainer, orderId: string) {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    filters: { id: orderId },
    fields: [
      "id",
      "total",
      "payment_collections.payments.id",
      "payment_collections.payments.provider_id",
      "payment_collections.payments.amount",
      "payment_collections.payments.canceled_at",
      "payment_collections.payments.captures.amount",
      "payment_collections.payments.refunds.amount",
    ],
  })
  const order = Data.parse(data[0])
  const payments: (OrderPayment & { id: string; refunded: number })[] = (order.payment_collections ?? [])
    .flatMap(({ payments }) => payments ?? [])
    .map(({ id, provider_id, amount, captures, refunds, canceled_at }) => ({
      id,
      provider_id,
      amount,
      captured: (captures ?? []).reduce((sum, capture) => sum + capture.amount, 0),
      refunded: (refunds ?? []).reduce((sum, refund) => sum + refund.amount, 0),
      canceled: Boolean(canceled_at),
    }))
  return { total: order.total, payments }
}
