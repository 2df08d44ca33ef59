import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { GatewayEvent, Reviewed } from "../modules/gateway/reviews"
import type { PaymentAttempt } from "../modules/gateway/rows"
import { dongOf } from "../modules/gateway/vnpay/amount"
import { codeWords } from "../modules/gateway/vnpay/code-words"

/** Everything the operator needs to decide on a payment: what VNPay said, word for word, and whose basket it was for. */
export async function reviewEvidence(container: MedusaContainer, { attempt, events, reviews }: Reviewed) {
  const { id, txn_ref, amount, method, state, completion, superseded_at, decided_at, created_at } = attempt
  return {
    ...{ id, txn_ref, amount, method, state, completion, superseded_at, decided_at, created_at },
    words: events.map(wordOf),
    reviews: reviews.map(({ decision, transaction_no, reason, decided_by, decided_at }) => ({
      ...{ decision, transaction_no, reason, decided_by, decided_at },
    })),
    ...(await whoseBasket(container, attempt)),
  }
}

/** One word of VNPay's, as it was stored: a notice (a query) or the answer to a question (JSON). Without its signature. */
function wordOf({ id, raw, received_at, verdict }: GatewayEvent) {
  const asked = raw.startsWith("{")
  const said = new Map<string, string>(asked ? Object.entries(JSON.parse(raw)) : [...new URLSearchParams(raw)])
  const of = (key: string) => said.get(`vnp_${key}`) ?? ""
  const [response, status] = [of("ResponseCode"), of("TransactionStatus")]
  return {
    ...{ id, received_at, verdict, from: asked ? ("answer" as const) : ("notice" as const) },
    response: { code: response, words: codeWords(asked ? "querydr" : "response", response) },
    status: { code: status, words: codeWords("status", status) },
    amount: dongOf(of("Amount")) ?? null,
    ...{ transaction_no: of("TransactionNo"), bank_code: of("BankCode"), pay_date: of("PayDate") },
  }
}

type Line = { title: string; product_title?: string | null; quantity: unknown }

async function whoseBasket(container: MedusaContainer, { cart_id, order_id }: PaymentAttempt) {
  // A filter without a value would read everybody's baskets.
  if (!cart_id) return { cart_id, order_id, buyer: null, items: [] }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const address = ["first_name", "last_name", "phone"].map((field) => `shipping_address.${field}`)
  const items = ["title", "product_title", "quantity"].map((field) => `items.${field}`)
  const { data: carts } = await query.graph({
    entity: "cart",
    fields: ["id", "email", ...address, ...items],
    filters: { id: cart_id },
  })
  const { data: orders } = await query.graph({ entity: "order_cart", fields: ["order_id"], filters: { cart_id } })
  const [cart] = carts
  const { first_name, last_name, phone } = cart?.shipping_address ?? {}
  return {
    cart_id,
    order_id: order_id ?? orders[0]?.order_id ?? null,
    buyer: cart ? { name: [last_name, first_name].filter(Boolean).join(" "), phone, email: cart.email } : null,
    items: (cart?.items ?? []).map(({ title, product_title, quantity }: Line) => ({
      title: product_title ?? title,
      quantity: Number(quantity),
    })),
  }
}
