import type { MedusaContainer } from "@medusajs/framework/types"
import { BigNumber, ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { PaymentAttempt } from "../modules/gateway/rows"
import type { Situation } from "./next-step"

/** What stands in the shop for a captured attempt. */
export async function readSituation(container: MedusaContainer, attempt: PaymentAttempt): Promise<Situation> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: sessions } = await query.graph({
    entity: "payment_session",
    fields: ["id", "amount", "payment.id", "payment.captured_at", "payment.canceled_at"],
    filters: { id: attempt.session_id ?? "" },
  })
  const [session] = sessions
  const orderId = await orderOfCart(container, attempt.cart_id)
  return {
    amount: attempt.amount,
    tries: attempt.tries,
    superseded: attempt.superseded_at !== null,
    orderId,
    sessionAmount: session && new BigNumber(session.amount).numeric,
    payment: session?.payment
      ? { captured: Boolean(session.payment.captured_at), canceled: Boolean(session.payment.canceled_at) }
      : undefined,
    paidOtherwise: orderId !== undefined && (await isPaidOtherwise(container, orderId, session?.payment?.id)),
  }
}

type Payment = { id: string; canceled_at?: Date | string | null; payment_session?: { id: string } | null }
type Collection = { payments?: (Payment | null)[] } | null

async function orderOfCart(container: MedusaContainer, cartId: string | null): Promise<string | undefined> {
  // A filter without a value would match every order.
  if (!cartId) return undefined
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order_cart", fields: ["order_id"], filters: { cart_id: cartId } })
  return data[0]?.order_id
}

/** A payment whose session is gone is money that goes back, not the order's. */
async function isPaidOtherwise(container: MedusaContainer, orderId: string, own?: string): Promise<boolean> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: [
      "id",
      ...["id", "canceled_at", "payment_session.id"].map((field) => `payment_collections.payments.${field}`),
    ],
    filters: { id: orderId },
  })
  const collections: Collection[] = data.flatMap((order) => order.payment_collections ?? [])
  return collections
    .flatMap((collection) => collection?.payments ?? [])
    .some((payment) => payment?.payment_session && payment.id !== own && !payment.canceled_at)
}
