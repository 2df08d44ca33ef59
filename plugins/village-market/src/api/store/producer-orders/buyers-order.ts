import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { Holder } from "../../../buyer/buyer-acts"
import { type BuyerOrder, type BuyerPart, readBuyerOrder } from "../../../buyer/read-buyer-order"
import { settingsOf } from "../../../settings"
import { isOrderKey } from "../../../web/order-link"

/**
 * Who may reach an order over `/store` JSON: whoever has its key (`?key=`, as in the link a buyer is sent), or the
 * customer it belongs to, logged in. Everybody else is answered 404.
 */
export async function buyersOrder(req: AuthenticatedMedusaRequest): Promise<{ holder: Holder; order: BuyerOrder }> {
  const order_id = String(req.params.id)
  const customer = await ownerOf(req, order_id)
  const allowed = customer !== undefined || isOrderKey(settingsOf(req.scope), order_id, req.query.key)
  const order = allowed ? await readBuyerOrder(req.scope, order_id) : undefined
  if (!order) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such order")
  return { holder: { order_id, by: customer }, order }
}

async function ownerOf(req: AuthenticatedMedusaRequest, orderId: string): Promise<string | undefined> {
  const { actor_id, actor_type } = req.auth_context ?? {}
  if (actor_type !== "customer" || !actor_id) return undefined
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    filters: { id: orderId, customer_id: actor_id },
    fields: ["id"],
  })
  return data.length > 0 ? actor_id : undefined
}

/** The order as a storefront gets it; amounts in whole đồng, nothing of the seller's terms. */
export const orderJson = ({ order_id, order_no, ordered_at, parts, money, other_refunds }: BuyerOrder) => ({
  ...{ id: order_id, display_no: order_no, ordered_at, money, other_refunds: other_refunds.map(refundJson) },
  parts: parts.map(partJson),
})

const partJson = (part: BuyerPart) => ({
  id: part.id,
  display_no: part.display_no,
  producer: part.producer,
  status: part.status,
  payment_means: part.payment_means,
  placed_at: part.placed_at,
  accepted_at: part.accepted_at,
  packed_at: part.packed_at,
  handed_over_at: part.handed_over_at,
  delivered_at: part.delivered_at,
  carrier: part.carrier,
  tracking_code: part.tracking_code,
  delivery_kind: part.delivery_kind,
  pickup_place: part.pickup_place,
  shipping_name: part.shipping_name,
  goods: part.goods,
  shipping: part.shipping,
  discount: part.discount,
  money: part.money,
  lines: part.lines.map(({ id, order_line_id, title, unit, quantity, unit_price, goods, discount, ...line }) => ({
    ...{ id, order_line_id, title, unit, quantity, unit_price, goods, discount },
    ...{ cancelled: line.cancelled, returned: line.returned, returnable: line.returnable, lots: line.lots },
    recalls: line.recalls,
    expected_on: line.ahead && (line.ahead.moved_to ?? line.ahead.expected_on),
  })),
  /** What the buyer tells whoever takes the cash, once it is paid; and what was taken. */
  cash_code: part.cash_code,
  cash_takings: part.cash_takings.map(({ given, expected, proof, by_role, at }) => ({
    ...{ given, expected, proof, by_role, at },
  })),
  changes: part.changes,
  return_requests: part.returns.map(({ id, line_id, quantity, reason, note, status, answer, asked_at }) => ({
    ...{ id, line_id, quantity, reason, note, status, answer, asked_at },
  })),
  return_until: part.return_until,
  refunds: part.refunds.map(refundJson),
  may: part.may,
})

/** `confirmed` only once the gateway, or whoever returned it by hand, has said so. */
const refundJson = ({ amount, means, done }: BuyerPart["refunds"][number]) => ({
  ...{ amount, means, state: done ? ("confirmed" as const) : ("on_its_way" as const) },
})
