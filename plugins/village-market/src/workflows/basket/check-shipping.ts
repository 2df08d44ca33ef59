import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { bookingOf } from "../../modules/trade/booking"
import { methodStands } from "../../shipping/method-stands"
import { DELIVERY_KINDS, quoteBasket } from "../../shipping/quote"
import { readBasketFacts } from "../../shipping/read-basket-facts"
import { VILLAGE_CARRIER } from "../steps/offer-shipping"

/** Who began to pay before midnight may be heard of after it: the price of then counts a little longer. */
const GRACE_MS = 30 * 60_000

const Method = z.object({
  id: z.string(),
  option_id: z.string(),
  amount: z.coerce.number(),
  facts: z
    .record(z.string(), z.unknown())
    .nullable()
    .transform((facts) => facts ?? {}),
  kind: z.enum(DELIVERY_KINDS),
  producer_id: z.string(),
})
export type CheckedMethod = z.infer<typeof Method> & { check: ReturnType<typeof methodStands> }

const COLUMNS = `m.id, m.shipping_option_id as option_id, m.amount, m.data as facts, o.data->>'kind' as kind,
  o.data->>'producer_id' as producer_id`
const OURS = "join shipping_option o on o.id = m.shipping_option_id and o.provider_id = :carrier"
const OF_CART = `select ${COLUMNS} from cart_shipping_method m ${OURS}
  join cart on cart.id = m.cart_id and cart.completed_at is null
  where m.cart_id = :id and m.deleted_at is null order by m.id`
const OF_ORDER = `select ${COLUMNS} from order_shipping s join order_shipping_method m on m.id = s.shipping_method_id ${OURS}
  where s.order_id = :id and s.deleted_at is null order by m.id`

/** Our shipping methods of a basket that is no order yet, each held against the rates, points and weights of now. */
export const checkShipping = (container: MedusaContainer, cartId: string) => check(container, OF_CART, cartId, cartId)

async function check(container: MedusaContainer, statement: string, id: string, cartId: string) {
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await connection.raw<{ rows: unknown[] }>(statement, { id, carrier: VILLAGE_CARRIER })
  const methods = z.array(Method).parse(rows)
  if (methods.length === 0) return []
  const facts = await readBasketFacts(connection, cartId)
  const now = Date.now()
  const days = new Set([now, now - GRACE_MS].map((instant) => bookingOf(new Date(instant)).day))
  const quotes = [...days].map((day) => quoteBasket(facts, day))
  return methods.map((method): CheckedMethod => ({ ...method, check: methodStands(method, quotes) }))
}

/**
 * Gives the methods of an order just made from a basket the weight, rate and place their amounts rest on: where a basket
 * changed after the choice, Medusa priced the method anew and left what it kept. Amounts are never touched.
 */
export async function explainShipping(container: MedusaContainer, orderId: string, cartId: string): Promise<void> {
  const methods = await check(container, OF_ORDER, orderId, cartId)
  const renewed = methods.flatMap(({ id, check }) => (check.stands && check.facts ? [{ id, data: check.facts }] : []))
  if (renewed.length > 0) await container.resolve(Modules.ORDER).updateOrderShippingMethods(renewed)
}
