import { MedusaError } from "@medusajs/framework/utils"
import { requireForSale } from "../../../workflows/basket/for-sale"
import type { Guard } from "../verdict"
import { idsIn, rows } from "./rows"

/**
 * No payment is begun for goods that cannot be bought, for a basket that is an order already (it would be paid twice),
 * nor over a sum that no đồng can pay: Medusa keeps fractions of a đồng (a price of 13332.6, a tax on top) and fails
 * only when the gateway has taken a whole amount.
 */
export const sellersOpen: Guard = async (req) => {
  const ordered = await rows<{ order_id: string }>(
    req,
    `select o.order_id from cart_payment_collection c join order_cart o on o.cart_id = c.cart_id and o.deleted_at is null
     where c.payment_collection_id = any(:ids) and c.deleted_at is null limit 1`,
    { ids: idsIn(req) },
  )
  if (ordered.length > 0) throw new MedusaError(MedusaError.Types.CONFLICT, "This basket has been ordered already.")
  const lines = await rows<{ product_id: string }>(
    req,
    `select distinct i.product_id from cart_payment_collection c
     join cart_line_item i on i.cart_id = c.cart_id and i.deleted_at is null
     where c.payment_collection_id = any(:ids) and c.deleted_at is null and i.product_id is not null`,
    { ids: idsIn(req) },
  )
  await requireForSale(
    req.scope,
    lines.map(({ product_id }) => product_id),
  )
  const [sum] = await rows<{ whole: boolean }>(
    req,
    "select bool_and(amount >= 0 and amount = trunc(amount)) as whole from payment_collection where id = any(:ids)",
    { ids: idsIn(req) },
  )
  return sum?.whole === false ? "fraction" : undefined
}
