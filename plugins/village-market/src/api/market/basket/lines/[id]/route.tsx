import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { page } from "../../../../../web/page"
import { checkout } from "../../../../../web/text/checkout"
import { basketId } from "../../../../../workflows/basket/basket-cookie"
import { changeLine } from "../../../../../workflows/basket/change-basket"
import { readBasket } from "../../../../../workflows/basket/read-basket"
import { BasketPage } from "../../basket-page"
import { Quantity, stockProblem } from "../../route"

/** Changes a quantity, or takes the line out with a way to put it back. */
export const POST = page<MedusaRequest<{ quantity?: unknown; remove?: unknown }>>(async (req, page) => {
  const t = checkout[page.lang]
  const basket = await readBasket(req.scope, basketId(req))
  const line = basket?.items.find(({ id }) => id === req.params.id)
  if (!basket || !line) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such line in this basket")
  if (req.body?.remove) {
    await changeLine(req.scope, basket, line.id, 0)
    return { redirect: `/market/basket?removed=${line.product_id}&quantity=${line.quantity}` }
  }
  const quantity = Quantity.safeParse(req.body?.quantity)
  if (!quantity.success)
    return { status: 400, body: <BasketPage page={page} basket={basket} problem={t.badQuantity} /> }
  try {
    await changeLine(req.scope, basket, line.id, quantity.data)
  } catch (error) {
    return { status: 409, body: <BasketPage page={page} basket={basket} problem={stockProblem(error, page.lang)} /> }
  }
  return { redirect: "/market/basket" }
})
