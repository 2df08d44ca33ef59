import type { MedusaContainer } from "@medusajs/framework/types"
import { BigNumber, ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GATEWAY } from "../modules/gateway"
import type { PaymentAttempt } from "../modules/gateway/rows"
import type { Situation } from "./next-step"

/** What stands in the shop for a captured attempt. */
export async function readSituation(container: MedusaContainer, attempt: PaymentAttempt): Promise<Situation> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: sessions } = await query.graph({
    entity: "payment_session",
    fields: ["id", "amount"],
    filters: { id: attempt.session_id ?? "" },
  })
  const [session] = sessions
  // Asked for by itself: Medusa deletes a session when another is begun, and keeps the payment that was made from it.
  const { data: payments } = await query.graph({
    entity: "payment",
    fields: ["id", "captured_at", "canceled_at"],
    filters: { payment_session_id: attempt.session_id ?? "" },
  })
  const [payment] = payments
  const orderId = await orderOfCart(container, attempt.cart_id)
  return {
    amount: attempt.amount,
    tries: attempt.tries,
    superseded: attempt.superseded_at !== null,
    orderId,
    sessionAmount: session && new BigNumber(session.amount).numeric,
    payment: payment && { captured: Boolean(payment.captured_at), canceled: Boolean(payment.canceled_at) },
    completedOther: await isCompletedByOther(container, attempt),
    paidOtherwise: orderId !== undefined && (await isPaidOtherwise(container, orderId, payment?.id)),
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

/** Whether another attempt at the same basket is the one its order was made of. */
async function isCompletedByOther(container: MedusaContainer, { id, cart_id }: PaymentAttempt): Promise<boolean> {
  if (!cart_id) return false
  const attempts = await container.resolve(GATEWAY).attemptsOfCart(cart_id)
  return attempts.some((other) => other.id !== id && other.completion === "completed")
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
