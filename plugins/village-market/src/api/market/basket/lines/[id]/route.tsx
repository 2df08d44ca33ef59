import type { MedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { page } from "../../../../../web/page"
import { checkout } from "../../../../../web/text/checkout"
import { basketId } from "../../../../../workflows/basket/basket-cookie"
import { changeLine } from "../../../../../workflows/basket/change-basket"
import { type Basket, readBasket } from "../../../../../workflows/basket/read-basket"
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
    const lapsed = await lapsedSince(req.scope, basket)
    return { redirect: `/market/basket?removed=${line.product_id}&quantity=${line.quantity}${lapsed && `&${lapsed}`}` }
  }
  const quantity = Quantity.safeParse(req.body?.quantity)
  if (!quantity.success)
    return { status: 400, body: <BasketPage page={page} basket={basket} problem={t.badQuantity} /> }
  try {
    await changeLine(req.scope, basket, line.id, quantity.data)
  } catch (error) {
    return { status: 409, body: <BasketPage page={page} basket={basket} problem={stockProblem(error, page.lang)} /> }
  }
  const lapsed = await lapsedSince(req.scope, basket)
  return { redirect: `/market/basket${lapsed && `?${lapsed}`}` }
})

/** Which codes a change of the lines has put out of use, as a query of the basket's address. */
async function lapsedSince(container: MedusaContainer, { id, discounts }: Basket): Promise<string> {
  if (discounts.length === 0) return ""
  const now = await readBasket(container, id)
  const left = new Set(now?.discounts.map(({ code }) => code))
  const gone = discounts.map(({ code }) => code).filter((code) => !left.has(code))
  return gone.length > 0 ? `lapsed=${gone.join(",")}` : ""
}
